package io.quittance.http.payerpage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An address of a merchant's that a page may show: on the web, and nothing that a browser would run.
 *
 * @param origin for the policy that lets the browser load it
 */
record WebPlace(String address, String origin) {
    static Optional<WebPlace> of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(new WebPlace(uri.toASCIIString(), uri.getScheme() + "://" + uri.getHost() + port));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
