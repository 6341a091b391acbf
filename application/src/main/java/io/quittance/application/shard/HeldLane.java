package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane of which nothing is begun until it is released.
 *
 * @param since by the clock of the database
 * @param why for a person; without secrets
 * @param person who holds it; empty if its other side said itself that it is not there
 */
public record HeldLane(long lane, Instant since, String why, Optional<String> person) {
    public HeldLane {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(person, "person");
    }
}
