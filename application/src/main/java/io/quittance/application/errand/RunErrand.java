package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.Lease;
import java.util.Set;

/** One go at an errand. To run errands about another kind of order, register another bean of this type. */
public interface RunErrand {
    /** Whose errands it runs; of each kind one runs them. */
    Set<ObjectRef.Kind> kinds();

    /** @return with no further time if it is done, its order has ended, or it is a newer owner's */
    Handled run(Lease lease, Errand errand);
}
