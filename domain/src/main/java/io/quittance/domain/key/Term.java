package io.quittance.domain.key;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * While a key counts.
 *
 * @param until the first instant at which it counts no more; empty for no end
 * @param revoked whether it counts no more by any clock, as those of several instances differ
 */
public record Term(Instant from, Optional<Instant> until, boolean revoked) {
    /** For a key that is to count at once: by every clock. */
    public static final Instant ALWAYS = Instant.EPOCH;

    /** At once, and for good. */
    public static final Term OPEN = new Term(ALWAYS, Optional.empty());

    /** How it stands with a key at some moment. */
    public enum State {
        WAITING,
        COUNTING,
        ENDED,
        REVOKED
    }

    public Term {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** Of a key that nobody has revoked. */
    public Term(Instant from, Optional<Instant> until) {
        this(from, until, false);
    }

    public State stateAt(Instant now) {
        if (revoked) {
            return State.REVOKED;
        }
        if (until.filter(end -> !now.isBefore(end)).isPresent()) {
            return State.ENDED;
        }
        return now.isBefore(from) ? State.WAITING : State.COUNTING;
    }

    public boolean countsAt(Instant now) {
        return stateAt(now) == State.COUNTING;
    }

    /** Whether it does not count, and never will again. */
    public boolean isOverAt(Instant now) {
        return switch (stateAt(now)) {
            case ENDED, REVOKED -> true;
            case WAITING, COUNTING -> false;
        };
    }

    /** The same, over by every clock. One that had ended before keeps its end. */
    Term revokedAt(Instant now) {
        return new Term(from, Optional.of(until.filter(now::isAfter).orElse(now)), true);
    }

    /** Why it does not count now, as {@code ended at 2026-11-27T05:00:00Z}. */
    public String rest(Instant now) {
        String end = until.map(Object::toString).orElse("an unknown time");
        return switch (stateAt(now)) {
            case REVOKED -> "was revoked at " + end;
            case ENDED -> "ended at " + end;
            case WAITING -> "does not count before " + from;
            case COUNTING -> "counts";
        };
    }

    /** In the words of a person, as {@code counts from 2026-11-27T05:00:00Z}. */
    public String words() {
        String end = until.map(Object::toString).orElse("");
        if (revoked) {
            return "revoked at " + end;
        }
        return (from.equals(ALWAYS) ? "counts" : "counts from " + from) + (end.isEmpty() ? "" : " until " + end);
    }
}
