package io.quittance.http.outbound;

import io.quittance.domain.text.WebUrl;
import io.quittance.http.guard.AddressRange;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The HTTP proxy that calls out go through, all but the excepted ones. What is called on this machine never does: from the proxy
 * its own would be called.
 *
 * @param host in small letters, an IPv6 address without brackets
 * @param login what it is shown, if it wants to know who asks
 * @param except whom we call ourselves
 * @param looksUp whether names of those whom merchants name are looked up by the proxy, so that we judge them by how they are written alone
 */
public record OutgoingProxy(String host, int port, Optional<Login> login, Except except, boolean looksUp) {
    /** What {@link #place} reads. */
    public static final String EXPECTED = "http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT";

    /** Where one stands. */
    public record Place(String host, int port, Optional<Login> login) {}

    /** @param user without a colon */
    public record Login(String user, String password) {
        public Login {
            if (user.isEmpty() || user.contains(":") || !isPrintable(user) || !isPrintable(password)) {
                throw new IllegalArgumentException("login (expected: USER:PASSWORD, both without control characters)");
            }
        }

        /** Reads {@code USER:PASSWORD}. @throws IllegalArgumentException if it is none, without a word of it */
        public static Login of(String text) {
            int colon = text.indexOf(':');
            return new Login(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
        }

        private static boolean isPrintable(String text) {
            return text.chars().noneMatch(Character::isISOControl);
        }

        /** The value of {@code Proxy-Authorization} (RFC 7617). */
        String header() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Whom no proxy is asked for.
     *
     * @param hosts in small letters; one that begins with a dot stands for all names below it
     * @param ranges of addresses that stand in a URL; what a name's addresses are plays no part
     */
    public record Except(Set<String> hosts, List<AddressRange> ranges) {
        public static final Except NOBODY = new Except(Set.of(), List.of());

        /** What {@link #of} reads. */
        public static final String EXPECTED =
                "with commas between: host names, .example.com for all names below one, addresses, ranges as"
                        + " 10.1.0.0/16";

        public Except {
            hosts = Set.copyOf(hosts);
            ranges = List.copyOf(ranges);
        }

        /** @throws IllegalArgumentException if a part is nothing of these */
        public static Except of(String text) {
            Set<String> hosts = new HashSet<>();
            List<AddressRange> ranges = Stream.of(text.toLowerCase(Locale.ROOT).split(",", -1))
                    .map(String::strip)
                    .filter(part -> part.contains("/")
                            || part.contains(":")
                            || WebUrl.address(part).isPresent()
                            || !hosts.add(named(part)))
                    .map(AddressRange::of)
                    .toList();
            return new Except(hosts, ranges);
        }

        private static String named(String part) {
            String host = part.startsWith(".") ? part.substring(1) : part;
            if (WebUrl.flaw("http://" + host).isPresent()) {
                throw new IllegalArgumentException(part);
            }
            return part;
        }

        boolean contains(String host) {
            return WebUrl.address(host)
                    .map(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                    .orElseGet(() -> hosts.contains(host)
                            || hosts.stream().anyMatch(above -> above.startsWith(".") && host.endsWith(above)));
        }
    }

    public OutgoingProxy {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(except, "except");
    }

    /** Reads where it is. @throws IllegalArgumentException if that is none, without a word of it */
    public static Place place(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        String bare = at < 0 ? text : "http://" + text.substring(at + 1);
        boolean written = lower.startsWith("http://") && WebUrl.flaw(bare).isEmpty();
        if (!written || !bare.replaceFirst("/$", "").matches("(?i)http://[^/?]+:[0-9]+")) {
            throw new IllegalArgumentException("proxy (expected: " + EXPECTED + ")");
        }
        URI url = URI.create(bare);
        Optional<Login> login =
                at < 0 ? Optional.empty() : Optional.of(Login.of(text.substring("http://".length(), at)));
        return new Place(WebUrl.host(url), WebUrl.port(url), login);
    }

    /** The same, and that host is called by ourselves as well. */
    public OutgoingProxy besides(String own) {
        Set<String> hosts = new HashSet<>(except.hosts());
        List<AddressRange> ranges = WebUrl.address(own)
                .map(address -> Stream.concat(
                                except.ranges().stream(), Stream.of(AddressRange.of(address.getHostAddress())))
                        .toList())
                .orElse(except.ranges());
        hosts.add(own);
        return new OutgoingProxy(host, port, login, new Except(hosts, ranges), looksUp);
    }

    /** Whether it is asked for what is on that host. @param target in small letters, as {@link WebUrl#host} gives it */
    boolean leadsTo(String target) {
        boolean here = target.equals("localhost")
                || target.endsWith(".localhost")
                || WebUrl.address(target).filter(InetAddress::isLoopbackAddress).isPresent();
        return !here && !except.contains(target);
    }

    /** As a person knows it, without what it is shown. */
    String name() {
        return "the proxy " + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Never shows the login. */
    @Override
    public String toString() {
        return "OutgoingProxy[" + host + ":" + port + "]";
    }
}
