package io.quittance.http.outbound;

import io.quittance.application.upstream.Patience;
import java.time.Duration;
import java.util.Objects;

/**
 * How long and how much a post may take.
 *
 * @param connect for one of the connections to become free, for looking a name up, for each of its addresses to be
 *     reached, and for the TLS handshake, each
 * @param exchange for everything, from the call to the last byte of the answer
 * @param answerBytes read of an answer at most; the rest is not read and its connection is closed
 * @param idle how long an unused connection is kept, whatever longer time the server offers
 * @param perRoute connections to one host and port at most
 * @param total connections at most
 */
public record PostLimits(Duration connect, Duration exchange, int answerBytes, Duration idle, int perRoute, int total) {
    /** Those of the design. */
    public static final PostLimits STANDARD =
            new PostLimits(Duration.ofSeconds(2), Duration.ofSeconds(10), 64 * 1024, Duration.ofSeconds(20), 32, 256);

    /** Towards upstream while a merchant waits. */
    public static final PostLimits WAITED_FOR = STANDARD.within(Patience.CALL);

    public PostLimits {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(idle, "idle");
        if (connect.toMillis() < 1 || exchange.toMillis() < 1 || answerBytes < 1 || perRoute < 1 || total < 1) {
            throw new IllegalArgumentException("limits: " + connect + ", " + exchange + ", " + answerBytes + ", "
                    + perRoute + ", " + total + " (expected: all above zero)");
        }
    }

    PostLimits connections(int atOneHost, int inAll) {
        return new PostLimits(connect, exchange, answerBytes, idle, atOneHost, inAll);
    }

    private PostLimits within(Duration whole) {
        return new PostLimits(connect, whole, answerBytes, idle, perRoute, total);
    }

    /** A limit as a person reads it, {@code 10 s} or {@code 250 ms}. */
    static String say(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
