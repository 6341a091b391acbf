package io.quittance.domain.payout;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What upstream told of a payout that is pending, and so has taken.
 *
 * @param at when it said so
 */
public record Heard(Instant at, Optional<SubStatus> subStatus) {
    /** Of two sub-statuses that were told for the same moment the later in the alphabet stands. */
    private static final Comparator<Heard> BY_TIME = Comparator.comparing(Heard::at)
            .thenComparing(one -> one.subStatus().map(SubStatus::value).orElse(""));

    public Heard {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(subStatus, "subStatus");
    }

    /**
     * What stands once both were told, in whichever order. Sub-statuses come and go (REVIEW, TRANSMIT, REVIEW), and
     * their messages overtake each other: the one that was said last stands. That it is pending and nothing else takes
     * no sub-status away.
     */
    Heard and(Heard other) {
        if (subStatus.isEmpty() && other.subStatus.isEmpty()) {
            return at.isAfter(other.at) ? other : this;
        }
        if (subStatus.isEmpty() || other.subStatus.isEmpty()) {
            return subStatus.isEmpty() ? other : this;
        }
        return BY_TIME.compare(this, other) < 0 ? other : this;
    }
}
