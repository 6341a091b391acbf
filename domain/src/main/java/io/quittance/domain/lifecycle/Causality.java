package io.quittance.domain.lifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * What is shown of times that upstream tells. It tells them in whole seconds and by its own clock, so that an order can end
 * before it was asked for (at 08.000, asked for at 08.621). What was told is kept as it was told; what we show and tell is
 * never before its cause.
 */
public final class Causality {
    private Causality() {}

    /** The later of the two. @param told when it happened, as upstream says */
    public static Instant notBefore(Instant cause, Instant told) {
        return told.isBefore(cause) ? cause : told;
    }

    /** The same of a time that may not have been told. */
    public static Optional<Instant> notBefore(Instant cause, Optional<Instant> told) {
        return told.map(at -> notBefore(cause, at));
    }

    /** When something that we only hear of was begun, where that is not told: before what is told of it. */
    public static Instant begun(Instant heard, Optional<Instant> told) {
        return told.filter(at -> at.isBefore(heard)).orElse(heard);
    }
}
