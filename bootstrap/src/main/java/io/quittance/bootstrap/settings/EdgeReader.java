package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.peer.Proxies;
import io.quittance.http.tls.TlsFiles;
import io.quittance.http.wire.StrangerLimits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the settings of the {@link Edge}. */
final class EdgeReader {
    static final String PROXIES = "QUITTANCE_PROXIES";

    private final Function<String, Optional<String>> values;

    /** @param values by the name of the setting; empty where it is not set */
    EdgeReader(Function<String, Optional<String>> values) {
        this.values = values;
    }

    Edge edge() {
        StrangerLimits usual = StrangerLimits.USUAL;
        return new Edge(
                new StrangerLimits(
                        limit("QUITTANCE_LIMIT_ADDRESS", usual.perAddress()),
                        limit("QUITTANCE_LIMIT_APP", usual.perApp())),
                proxies(),
                tls());
    }

    private Proxies proxies() {
        Optional<String> text = values.apply(PROXIES);
        try {
            return text.map(Proxies::of).orElse(Proxies.NONE);
        } catch (IllegalArgumentException _) {
            throw SettingsReader.bad(PROXIES, text.orElse(""), Proxies.EXPECTED);
        }
    }

    /** What stands in the files is read when the service starts: commands need not be able to. */
    private Optional<TlsFiles> tls() {
        Optional<Path> certificate = file(TlsFiles.CERTIFICATE);
        Optional<Path> key = file(TlsFiles.KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new Trouble((certificate.isPresent() ? TlsFiles.CERTIFICATE : TlsFiles.KEY) + " is set but "
                    + (certificate.isPresent() ? TlsFiles.KEY : TlsFiles.CERTIFICATE)
                    + " is not (expected: both, or none for plain HTTP).");
        }
        return certificate.map(own -> new TlsFiles(own, key.orElseThrow()));
    }

    private Optional<Path> file(String name) {
        Optional<String> text = values.apply(name);
        try {
            return text.map(Path::of);
        } catch (InvalidPathException _) {
            throw SettingsReader.bad(name, text.orElse(""), "the path of a file");
        }
    }

    private OptionalInt limit(String name, OptionalInt otherwise) {
        Optional<String> text = values.apply(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String limit = text.get().toLowerCase(Locale.ROOT);
        if (limit.equals("off") || limit.equals("0")) {
            return OptionalInt.empty();
        }
        if (!limit.matches("[1-9][0-9]{0,5}")) {
            throw SettingsReader.bad(name, text.get(), "how many failures a minute, from 1 to 999999, or off");
        }
        return OptionalInt.of(Integer.parseInt(limit));
    }
}
