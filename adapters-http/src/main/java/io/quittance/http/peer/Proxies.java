package io.quittance.http.peer;

import io.micronaut.http.HttpRequest;
import io.quittance.http.guard.AddressRange;
import io.quittance.http.wire.Source;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom we believe that a request comes from somebody else: our own proxies, each of which writes behind what is there already in
 * {@code X-Forwarded-For} who called it. So what counts is the last address there that is none of them; what stands before that
 * may be made up. From anybody else the header counts nothing.
 */
public record Proxies(List<AddressRange> ranges) {
    /** Nobody stands before us. */
    public static final Proxies NONE = new Proxies(List.of());

    public static final String EXPECTED =
            "addresses or ranges of your own proxies, with commas between, as 10.0.0.7 or 10.1.0.0/16";

    private static final String FORWARDED = "X-Forwarded-For";

    /** As some proxies write it, with a port. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?|([0-9]+(?:[.][0-9]+){3}):[0-9]{1,5}");

    public Proxies {
        ranges = List.copyOf(ranges);
        if (ranges.stream().anyMatch(range -> range.bits() == 0)) {
            throw new IllegalArgumentException("everybody (expected: " + EXPECTED + ")");
        }
    }

    /** @throws IllegalArgumentException if one is none */
    public static Proxies of(String text) {
        return new Proxies(Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(AddressRange::of)
                .toList());
    }

    /** Where a request comes from. */
    public Source source(HttpRequest<?> request) {
        return source(request.getRemoteAddress(), request.getHeaders().getAll(FORWARDED));
    }

    /** @param forwarded all headers of that name, in their order */
    Source source(InetSocketAddress peer, List<String> forwarded) {
        if (ranges.isEmpty() || peer.getAddress() == null || !isOurs(peer.getAddress())) {
            return Source.of(peer);
        }
        InetAddress nearest = peer.getAddress();
        for (String told : List.of(String.join(",", forwarded).split(",")).reversed()) {
            Optional<InetAddress> before = address(told.strip());
            if (before.isEmpty()) {
                break;
            }
            nearest = before.get();
            if (!isOurs(nearest)) {
                break;
            }
        }
        return Source.of(nearest);
    }

    private boolean isOurs(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static Optional<InetAddress> address(String told) {
        Matcher port = WITH_PORT.matcher(told);
        try {
            String bare = !port.matches() ? told : port.group(1) != null ? port.group(1) : port.group(2);
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
