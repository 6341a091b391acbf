package io.quittance.application.audit;

import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.journal.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody wants to know whether the journal is as it was written. Changes nothing, and an order that moves meanwhile is no
 * damage. It is done part by part, so that it holds nothing up, can be watched, and takes the same memory for any journal.
 */
public interface VerifyJournal {
    /** A part has so many orders at most, and all rows of each. */
    int ORDERS = 200;

    /** @param behind where the part before ended; empty for the first */
    Part part(Months months, Optional<ObjectRef> behind);

    /** One order alone; of one that is not there, and has no rows, there is nothing to say. */
    Part order(ObjectRef about);

    /** Whether each order's story still begins as it was anchored; one that was forgotten for its age is damage, too. */
    Part anchored(List<Anchor> anchors);

    /** The anchors of a part; orders of which no row is sealed have none. */
    Anchored anchors(Months months, Optional<ObjectRef> behind);

    /**
     * What came of a part.
     *
     * @param damages the first of each damaged order
     * @param behind where the next part begins; empty if there is none
     */
    record Part(int orders, long rows, List<Damage> damages, Optional<ObjectRef> behind) {
        public Part {
            damages = List.copyOf(damages);
            Objects.requireNonNull(behind, "behind");
        }
    }

    /** @param behind where the next part begins; empty if there is none */
    record Anchored(List<Anchor> anchors, Optional<ObjectRef> behind) {
        public Anchored {
            anchors = List.copyOf(anchors);
            Objects.requireNonNull(behind, "behind");
        }
    }
}
