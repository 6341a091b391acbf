package io.quittance.application.errand;

import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Optional;

/** One go at an errand. */
@FunctionalInterface
public interface RunErrand {
    /** @return when it is due again; empty if it is done, its order has ended, or it is a newer owner's */
    Optional<Instant> run(Lease lease, Errand errand);
}
