package io.quittance.application.discrepancy;

import io.quittance.application.discrepancy.EndDiscrepancy.Outcome;
import io.quittance.application.discrepancy.EndDiscrepancy.Whose;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Discrepancies.Look;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summary;
import java.util.List;
import java.util.Optional;

/** Tells a person of a discrepancy: what was told, why it was not believed, what we hold now, and what can be done. */
public interface TellDiscrepancy {
    /** What is known of it, its message in the clear: whoever shows it masks it. Empty if there is none. */
    Optional<Whole> tell(long number, Whose whose);

    /** The same, for one who shows the message as it is; that this person wanted to see it, and why, is kept from then on. */
    Optional<Whole> reveal(long number, Hand hand);

    /**
     * @param order the one that it is about, as it stands now; empty where none is known
     * @param adopting what would come of {@link EndDiscrepancy#adopt}
     * @param looks who has looked behind the masks
     */
    record Whole(Kept kept, Optional<Summary> order, Outcome adopting, List<Look> looks) {
        public Whole {
            looks = List.copyOf(looks);
        }
    }
}
