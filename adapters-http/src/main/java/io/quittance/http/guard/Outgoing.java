package io.quittance.http.guard;

import java.util.Objects;
import java.util.Set;

/**
 * What merchants may have us call.
 *
 * @param allowed beside the public internet
 * @param schemes in small letters
 */
public record Outgoing(Allowed allowed, Set<String> schemes) {
    /** With or without TLS. */
    public static final Set<String> ANY_SCHEME = Set.of("http", "https");

    public Outgoing {
        Objects.requireNonNull(allowed, "allowed");
        schemes = Set.copyOf(schemes);
    }

    /** As it is where nothing is set. @param simulated whether no real money moves */
    public static Outgoing usual(boolean simulated) {
        return new Outgoing(simulated ? Allowed.INNER : Allowed.NOTHING, ANY_SCHEME);
    }
}
