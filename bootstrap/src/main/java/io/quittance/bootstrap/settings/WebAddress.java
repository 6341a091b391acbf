package io.quittance.bootstrap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address that we may call or be called at. */
public final class WebAddress {
    private WebAddress() {}

    /** Empty unless it begins with http or https and names a host, without user, password or fragment. */
    public static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getPort() <= 65_535;
            return web && plain && uri.getHost() != null && !uri.getHost().isEmpty()
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
