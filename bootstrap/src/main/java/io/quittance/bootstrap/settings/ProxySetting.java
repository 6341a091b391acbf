package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.outbound.OutgoingProxy;
import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.OutgoingProxy.Login;
import io.quittance.http.outbound.OutgoingProxy.Place;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The proxy that calls out go through.
 *
 * @param place QUITTANCE_OUTGOING_PROXY
 * @param login QUITTANCE_OUTGOING_PROXY_LOGIN: a file with user and password, read when the service starts
 * @param except QUITTANCE_OUTGOING_PROXY_EXCEPT
 * @param looksUp QUITTANCE_OUTGOING_PROXY_NAMES: whether the proxy looks up the names that merchants say
 */
public record ProxySetting(Place place, Optional<Path> login, Except except, boolean looksUp) {
    static final String PROXY = "QUITTANCE_OUTGOING_PROXY";
    static final String LOGIN = PROXY + "_LOGIN";
    static final String EXCEPT = PROXY + "_EXCEPT";
    static final String NAMES = PROXY + "_NAMES";

    public ProxySetting {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(except, "except");
    }

    /** @throws Trouble if the file cannot be read */
    public OutgoingProxy open() {
        return new OutgoingProxy(
                place.host(), place.port(), login.map(ProxySetting::read).or(place::login), except, looksUp);
    }

    private static Login read(Path file) {
        try {
            return Login.of(KeyFiles.text(file).strip());
        } catch (IllegalArgumentException _) {
            throw new Trouble(
                    LOGIN + " names " + file + ", which holds no login (expected: USER:PASSWORD in one line).");
        }
    }
}
