package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.guard.Allowed;
import io.quittance.http.guard.Outgoing;
import io.quittance.http.outbound.OutgoingProxy;
import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.OutgoingProxy.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads whom we may call, and through whom. */
final class OutgoingReader {
    private static final String ALLOW = "QUITTANCE_OUTGOING_ALLOW";
    private static final String SCHEMES = "QUITTANCE_OUTGOING_SCHEMES";

    private final Function<String, Optional<String>> values;

    /** @param values by the name of the setting; empty where it is not set */
    OutgoingReader(Function<String, Optional<String>> values) {
        this.values = values;
    }

    Outgoing outgoing(boolean simulated) {
        Outgoing usual = Outgoing.usual(simulated);
        Set<String> schemes = values.apply(SCHEMES).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!Outgoing.ANY_SCHEME.containsAll(schemes)) {
            throw SettingsReader.bad(SCHEMES, String.join(",", schemes), "https, or http,https");
        }
        return new Outgoing(
                values.apply(ALLOW).map(OutgoingReader::allowed).orElse(usual.allowed()),
                schemes.isEmpty() ? usual.schemes() : schemes);
    }

    private static Allowed allowed(String text) {
        try {
            return Allowed.of(text);
        } catch (IllegalArgumentException _) {
            throw SettingsReader.bad(ALLOW, text, Allowed.EXPECTED);
        }
    }

    Optional<ProxySetting> proxy() {
        Optional<String> address = values.apply(ProxySetting.PROXY);
        if (address.isEmpty()) {
            List.of(ProxySetting.LOGIN, ProxySetting.EXCEPT, ProxySetting.NAMES).stream()
                    .filter(name -> values.apply(name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Trouble(name + " is set but " + ProxySetting.PROXY
                                + " is not (expected: the proxy's address as well, " + OutgoingProxy.EXPECTED + ").");
                    });
            return Optional.empty();
        }
        Place place = place(address.get());
        Optional<Path> login = values.apply(ProxySetting.LOGIN).map(OutgoingReader::file);
        if (login.isPresent() && place.login().isPresent()) {
            throw new Trouble(ProxySetting.PROXY + " has a user in it, and " + ProxySetting.LOGIN
                    + " is set as well (expected: one of both).");
        }
        return Optional.of(new ProxySetting(
                place,
                login,
                values.apply(ProxySetting.EXCEPT).map(OutgoingReader::except).orElse(Except.NOBODY),
                values.apply(ProxySetting.NAMES).map(OutgoingReader::looksUp).orElse(false)));
    }

    /** What it says is not shown: a password may stand in it. */
    private static Place place(String text) {
        try {
            return OutgoingProxy.place(text);
        } catch (IllegalArgumentException _) {
            throw new Trouble(ProxySetting.PROXY + " is not the address of an HTTP proxy (expected: "
                    + OutgoingProxy.EXPECTED + ").");
        }
    }

    private static Path file(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new Trouble(ProxySetting.LOGIN + " is no path of a file (expected: one with USER:PASSWORD in it).");
        }
    }

    private static Except except(String text) {
        try {
            return Except.of(text);
        } catch (IllegalArgumentException _) {
            throw SettingsReader.bad(ProxySetting.EXCEPT, text, Except.EXPECTED);
        }
    }

    private static boolean looksUp(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "here" -> false;
            case "proxy" -> true;
            default -> throw SettingsReader.bad(ProxySetting.NAMES, text, "here or proxy");
        };
    }
}
