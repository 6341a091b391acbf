package io.quittance.http.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address on the web that somebody else gave us: {@code http} or {@code https}, with a host and nobody's password. */
public final class WebUrl {
    /** What is expected of one, in words. */
    public static final String EXPECTED = "an address that begins with http:// or https://";

    private WebUrl() {}

    /** The address, if the text is one. */
    public static Optional<URI> of(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null && url.getRawUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /**
     * An address in a field that may be left out or empty.
     *
     * @param max the most characters
     */
    public static Optional<URI> ifAny(Fields data, String name, int max) throws Refusal {
        Optional<String> text = data.wordsIfAny(name, max);
        Optional<URI> url = text.flatMap(WebUrl::of);
        if (text.isPresent() && url.isEmpty()) {
            throw data.refusal(name, EXPECTED);
        }
        return url;
    }
}
