package io.quittance.http.guard;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import io.quittance.domain.text.WebUrl;
import java.net.InetAddress;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses may be called that are not on the public internet.
 *
 * @param kinds of which each address may
 * @param ranges of which each may
 * @param hosts in small letters, of which each may that their names have
 */
public record Allowed(Set<AddressKind> kinds, Set<AddressRange> ranges, Set<String> hosts) {
    /** Nothing but the public internet. */
    public static final Allowed NOTHING = new Allowed(Set.of(), Set.of(), Set.of());

    /** What a laptop and its containers have: the word {@code private} and the word {@code loopback}. */
    public static final Allowed INNER = of("loopback, private");

    /** What {@link #of} reads. */
    public static final String EXPECTED =
            "none, or with commas between: loopback, private, ranges as 10.1.0.0/16, addresses, host names";

    public Allowed {
        kinds = Set.copyOf(kinds);
        ranges = Set.copyOf(ranges);
        hosts = Set.copyOf(hosts);
    }

    /**
     * Reads the words {@code loopback}, {@code private} (with what carriers share and IPv6's unique-local addresses) and {@code
     * none}, ranges, addresses and host names, with commas between.
     *
     * @throws IllegalArgumentException with the first that is nothing of these
     */
    public static Allowed of(String text) {
        Set<AddressKind> kinds = EnumSet.noneOf(AddressKind.class);
        Set<AddressRange> ranges = new HashSet<>();
        Set<String> hosts = new HashSet<>();
        List<String> parts = Stream.of(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        for (String part : parts) {
            switch (part) {
                case "none" -> require(parts.size() == 1, part);
                case "loopback" -> kinds.add(AddressKind.LOOPBACK);
                case "private" -> kinds.addAll(List.of(AddressKind.PRIVATE, AddressKind.SHARED));
                default -> {
                    if (part.contains("/")
                            || part.contains(":")
                            || WebUrl.address(part).isPresent()) {
                        ranges.add(AddressRange.of(part));
                    } else {
                        require(isHost(part), part);
                        hosts.add(part);
                    }
                }
            }
        }
        return new Allowed(kinds, ranges, hosts);
    }

    private static boolean isHost(String text) {
        String url = "http://" + text;
        return WebUrl.flaw(url).isEmpty() && WebUrl.host(URI.create(url)).equals(text);
    }

    private static void require(boolean sound, String part) {
        if (!sound) {
            throw new IllegalArgumentException(part);
        }
    }

    /** Why an address that a host has may not be called. @param host a name, or the address as it was written */
    Optional<Flaw> flaw(String host, InetAddress address) {
        return SpecialAddresses.places(address).stream()
                .filter(place -> place.kind()
                        .filter(kind -> !allows(host, place.address(), kind))
                        .isPresent())
                .findFirst()
                .map(place -> flaw(host, address, place));
    }

    /** Secrets are told by their own address alone, so that no range or name lets them in by chance. */
    private boolean allows(String host, InetAddress address, AddressKind kind) {
        boolean named = ranges.stream().anyMatch(range -> range.single() && range.contains(address));
        return named
                || kind != AddressKind.METADATA
                        && (kinds.contains(kind)
                                || hosts.contains(host)
                                || ranges.stream().anyMatch(range -> range.contains(address)));
    }

    private static Flaw flaw(String host, InetAddress address, SpecialAddresses.Place place) {
        AddressKind kind = place.kind().orElseThrow();
        boolean written = WebUrl.address(host).isPresent();
        boolean itself = place.address().equals(address);
        String whose = written ? "" : " is " + address.getHostAddress() + (itself ? "," : ", which");
        String what = itself
                ? (written ? " is " : " ")
                : " leads to " + place.address().getHostAddress() + ", ";
        return new Flaw(
                ProtocolText.excerpt(host) + whose + what + kind.words(),
                kind == AddressKind.METADATA
                        ? "a public address, or one that QUITTANCE_OUTGOING_ALLOW names by itself"
                        : "a public address, or one that QUITTANCE_OUTGOING_ALLOW names");
    }
}
