package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane of which nothing is begun until it is released, or only so much.
 *
 * @param since by the clock of the database
 * @param why for a person; without secrets
 * @param person who holds or slows it; empty if its other side said itself that it is not there
 * @param perSecond how much of it all instances together may begin in a second; empty where nothing is begun
 */
public record HeldLane(long lane, Instant since, String why, Optional<String> person, Optional<Integer> perSecond) {
    public HeldLane {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(perSecond, "perSecond");
    }

    /** One of which nothing is begun. */
    public HeldLane(long lane, Instant since, String why, Optional<String> person) {
        this(lane, since, why, person, Optional.empty());
    }
}
