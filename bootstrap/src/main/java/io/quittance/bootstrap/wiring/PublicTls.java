package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.tls.FreshCertificate;
import io.quittance.http.tls.TlsFault;
import io.quittance.http.tls.TlsFiles;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** TLS of the public port, where the settings want it. The management port stays as it is: it is for this machine. */
final class PublicTls {
    private PublicTls() {}

    /** @throws Trouble naming the file that cannot be served */
    static void check(Settings settings) {
        try {
            if (settings.edge().tls().isPresent()) {
                settings.edge().tls().get().check();
            }
        } catch (TlsFault fault) {
            throw new Trouble(fault.getMessage(), fault);
        }
    }

    /** @throws Trouble as above */
    static Optional<FreshCertificate> open(Settings settings, InstantSource clock) {
        Optional<TlsFiles> files = settings.edge().tls();
        try {
            return files.isPresent() ? Optional.of(FreshCertificate.open(files.get(), clock)) : Optional.empty();
        } catch (TlsFault fault) {
            throw new Trouble(fault.getMessage(), fault);
        }
    }

    /** What the framework is told. */
    static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        if (settings.edge().tls().isPresent()) {
            properties.put("micronaut.server.ssl.enabled", true);
            properties.put("micronaut.server.ssl.protocols", "TLSv1.3,TLSv1.2");
            properties.put("micronaut.server.netty.listeners.public.ssl", true);
            properties.put("micronaut.server.netty.listeners.public.key-name", FreshCertificate.NAME);
        }
        return properties;
    }
}
