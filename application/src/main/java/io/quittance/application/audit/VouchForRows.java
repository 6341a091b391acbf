package io.quittance.application.audit;

import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import java.util.List;
import java.util.Optional;

/**
 * A person vouches for rows that an older version wrote, without a seal: from then on they are sealed as they are found. A row
 * that says so is written behind them in each order's journal. The second call finds nothing to vouch for.
 */
public interface VouchForRows {
    /**
     * One part of the journal, as in {@link VerifyJournal}. Orders that are damaged otherwise are left alone.
     *
     * @param behind where the part before ended; empty for the first
     */
    Part part(Months months, Optional<ObjectRef> behind, Hand hand);

    /**
     * What came of a part.
     *
     * @param rows how many rows were sealed, in those orders
     * @param damages orders that were left alone
     * @param behind where the next part begins; empty if there is none
     */
    record Part(List<ObjectRef> orders, long rows, List<Damage> damages, Optional<ObjectRef> behind) {
        public Part {
            orders = List.copyOf(orders);
            damages = List.copyOf(damages);
        }
    }
}
