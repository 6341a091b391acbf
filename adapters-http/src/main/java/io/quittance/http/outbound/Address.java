package io.quittance.http.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.HttpHost;

/** What a URL must be for a post. */
final class Address {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65_535;

    private Address() {}

    /** What is wrong with it, if something is; shows none of it, as it may carry a password. */
    static Optional<String> fault(URI url) {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            return Optional.of("the address begins with neither http nor https");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return Optional.of("the address has no host");
        }
        if (url.getUserInfo() != null) {
            return Optional.of("the address has a user in it");
        }
        return url.getPort() > MAX_PORT ? Optional.of("the address has no such port") : Optional.empty();
    }

    static HttpHost host(URI url) {
        String host = url.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new HttpHost(url.getScheme(), bare, url.getPort());
    }
}
