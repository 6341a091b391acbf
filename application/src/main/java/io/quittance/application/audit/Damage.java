package io.quittance.application.audit;

import io.quittance.application.journal.ObjectRef;
import java.util.Objects;

/**
 * The first thing that is wrong with the journal of an order.
 *
 * @param sequence the row
 * @param why one line for a person, without what stands in the row
 */
public record Damage(ObjectRef about, int sequence, What what, String why) {
    public enum What {
        /** What the row tells, its place or its seal is not as it was written. */
        CHANGED,
        /** The row is gone. */
        REMOVED,
        /** The row was never written by us. */
        INSERTED,
        /** The row has no seal: an older version wrote it, or it was inserted; nobody vouched for it. */
        UNSEALED,
        /** The order's own row does not fit its journal: the seal there was changed, or the newest rows were taken away with it. */
        HEAD,
        /** The order's own row says otherwise than that row of its journal: its state, amount or number was changed. */
        ORDER,
        /** The order is not as it was when an anchor was written. */
        ANCHOR
    }

    public Damage {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
    }
}
