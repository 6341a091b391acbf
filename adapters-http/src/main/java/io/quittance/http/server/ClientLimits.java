package io.quittance.http.server;

import java.time.Duration;
import java.util.Objects;

/**
 * What a client may take of a port; each port counts for itself, so that a full public one leaves the other reachable.
 *
 * @param connections open at a time
 * @param perAddress of these from one address
 * @param patience how long a whole request may take to arrive, and how long a whole answer to be taken
 * @param idle how long a connection may be kept between an answer and the next request
 */
public record ClientLimits(int connections, int perAddress, Duration patience, Duration idle) {
    /** Thirty seconds are many for 64 kilobytes; a minute is what proxies keep a connection for. */
    public static final ClientLimits USUAL =
            new ClientLimits(4_096, 1_024, Duration.ofSeconds(30), Duration.ofSeconds(60));

    public ClientLimits {
        atLeastOne("connections", connections);
        atLeastOne("perAddress", perAddress);
        positive("patience", patience);
        positive("idle", idle);
    }

    private static void atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + ": " + number + " (expected: >= 1)");
        }
    }

    private static void positive(String name, Duration time) {
        Objects.requireNonNull(time, name);
        if (!time.isPositive()) {
            throw new IllegalArgumentException(name + ": " + time + " (expected: > 0)");
        }
    }
}
