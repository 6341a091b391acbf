package io.quittance.domain.merchant;

import io.quittance.domain.text.ProtocolText;
import io.quittance.domain.text.WebUrl;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which hosts a merchant's requests may want to be told, beside those of its registered addresses.
 *
 * @param named in small letters, IPv6 addresses without brackets; {@code *} alone for any
 */
public record NotifyHosts(Set<String> named) {
    /** Those of its registered addresses and no other. */
    public static final NotifyHosts REGISTERED = new NotifyHosts(Set.of());

    public static final NotifyHosts ANY = new NotifyHosts(Set.of("*"));

    /** Of all, with commas between. */
    public static final int MAX_CHARACTERS = 2048;

    private static final String EXPECTED =
            "names or addresses without a port, with commas between, as hooks.shop.example; or * for any; or none";

    public NotifyHosts {
        named = Set.copyOf(named);
        if (named.contains("*") && named.size() > 1) {
            throw new IllegalArgumentException("* beside others (expected: " + EXPECTED + ")");
        }
    }

    /**
     * Reads {@code hooks.shop.example,10.0.0.7}, {@code *}, or nothing.
     *
     * @throws IllegalArgumentException naming what is none
     */
    public static NotifyHosts of(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    text.length() + " characters (expected: at most " + MAX_CHARACTERS + ")");
        }
        if (text.isBlank()) {
            return REGISTERED;
        }
        return new NotifyHosts(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(NotifyHosts::host)
                .collect(Collectors.toSet()));
    }

    private static String host(String text) {
        if (text.equals("*")) {
            return text;
        }
        String literal = text.startsWith("[") && text.endsWith("]") ? text : "[" + text + "]";
        String url = "http://" + (text.contains(":") ? literal : text);
        if (text.matches(".*[/?#].*") || WebUrl.flaw(url).isPresent()) {
            throw new IllegalArgumentException("'" + ProtocolText.excerpt(text) + "' (expected: " + EXPECTED + ")");
        }
        return WebUrl.host(URI.create(url));
    }

    /** Whether an address without a flaw is on one of them. */
    public boolean contain(URI url) {
        Objects.requireNonNull(url, "url");
        return equals(ANY) || named.contains(WebUrl.host(url));
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return named.stream().sorted().collect(Collectors.joining(","));
    }
}
