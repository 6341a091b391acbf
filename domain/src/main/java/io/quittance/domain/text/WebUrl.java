package io.quittance.domain.text;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an address on the web is written that somebody gives us: {@code http} or {@code https}, a host, maybe a port, a path and
 * a query, all in ASCII. What two programs may read differently is none: a user before the host, a backslash, an IPv4
 * address in any form but four decimal numbers, a dot at the end of a name. An underscore is taken, as many inner names
 * have one, although {@link URI#getHost} knows no such host.
 */
public final class WebUrl {
    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(.*))?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9A-Fa-f]*");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5]");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final int MAX_HOST = 253;
    private static final int MAX_PORT = 65_535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private WebUrl() {}

    /** What is wrong with it, if something is. */
    public static Optional<Flaw> flaw(String text) {
        Optional<Integer> odd = text.codePoints()
                .filter(point -> point <= ' ' || point > '~' || point == '\\')
                .boxed()
                .findFirst();
        if (odd.isPresent()) {
            return flaw(
                    "it has the character U+%04X in it".formatted(odd.get()),
                    "printable ASCII without blanks and backslashes; names of other letters as xn--..., all else as"
                            + " %XX");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return flaw(
                    "it begins with neither http:// nor https://", "an address that begins with http:// or https://");
        }
        if (form.group(2).contains("@")) {
            return flaw("it has a user in it", "an address without user and password");
        }
        return authority(form.group(2))
                .or(() -> form.group(4) == null
                        ? Optional.empty()
                        : flaw("it has a fragment", "an address without # and what follows it"))
                .or(() -> written(text));
    }

    private static Optional<Flaw> authority(String text) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            return flaw("it has no host", "a host behind http:// or https://");
        }
        String port = authority.group(2);
        return host(authority.group(1)).or(() -> port == null ? Optional.empty() : port(port));
    }

    private static Optional<Flaw> port(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text) <= MAX_PORT
                ? Optional.empty()
                : flaw("it has no such port", "a port from 1 to 65535, or none");
    }

    private static Optional<Flaw> host(String host) {
        if (host.isEmpty()) {
            return flaw("it has no host", "a host behind http:// or https://");
        }
        if (host.startsWith("[")) {
            return host.endsWith("]") && literal(host.substring(1, host.length() - 1))
                    ? Optional.empty()
                    : flaw("its host is no IPv6 address", "one as [2001:db8::1], without a zone");
        }
        String[] labels = host.split("[.]", -1);
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return decimal(labels)
                    ? Optional.empty()
                    : flaw(
                            "its host is a number",
                            "an IPv4 address as four numbers from 0 to 255, without leading zeros");
        }
        boolean name = host.length() <= MAX_HOST
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches());
        return name
                ? Optional.empty()
                : flaw(
                        "its host is no name",
                        "parts of at most 63 letters, digits, hyphens and underscores with a dot between, none at the"
                                + " end");
    }

    private static boolean decimal(String... labels) {
        return labels.length == 4
                && Stream.of(labels).allMatch(label -> BYTE.matcher(label).matches());
    }

    private static boolean literal(String host) {
        try {
            return host.contains(":") && !host.contains("%") && InetAddress.ofLiteral(host) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Flaw> written(String text) {
        try {
            new URI(text);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return flaw(
                    "it is not written as an address, from character " + (e.getIndex() + 1) + " on",
                    "other signs as %XX");
        }
    }

    private static Optional<Flaw> flaw(String what, String expected) {
        return Optional.of(new Flaw(what, expected));
    }

    /** The host of one without a flaw, in small letters, an IPv6 address without its brackets. */
    public static String host(URI url) {
        String host = authority(url).group(1).toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port of one without a flaw, be it that of its scheme. */
    public static int port(URI url) {
        String port = authority(url).group(2);
        if (port != null) {
            return Integer.parseInt(port);
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }

    private static Matcher authority(URI url) {
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority());
        if (!authority.matches()) {
            throw new IllegalArgumentException("url (expected: an address with a host)");
        }
        return authority;
    }

    /** The address that its host is, written as one; empty for a name. Nothing is looked up. */
    public static Optional<InetAddress> address(String host) {
        boolean name = !host.contains(":") && !decimal(host.split("[.]", -1));
        return name ? Optional.empty() : Optional.of(InetAddress.ofLiteral(host));
    }
}
