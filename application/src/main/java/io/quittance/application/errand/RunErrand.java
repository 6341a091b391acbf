package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One go at an errand. To run errands about another kind of order, register another bean of this type. */
public interface RunErrand {
    /** Whose errands it runs; of each kind one runs them. */
    Set<ObjectRef.Kind> kinds();

    /** @return when it is due again; empty if it is done, its order has ended, or it is a newer owner's */
    Optional<Instant> run(Lease lease, Errand errand);
}
