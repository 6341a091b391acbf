package io.quittance.application.repair;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;

/** What a person can do about an order that does not end by itself. Each is safe to repeat. */
public interface RepairOrder {
    /**
     * Ends an order on a person's word, as if upstream had said so: its state machine decides whether it may, its merchant is
     * told, and nothing more is asked of upstream. What upstream says afterwards is the same, or a discrepancy.
     */
    Outcome settle(ObjectRef about, End end, Hand hand);

    /**
     * Asks upstream now what would be asked later, and takes up again what was set aside. Where upstream has no question for
     * it, there is nothing to be asked.
     */
    Outcome ask(ObjectRef about, Hand hand);

    /** What came of it. */
    sealed interface Outcome {
        /** It is done, and stands in the journal. */
        record Done() implements Outcome {}

        /** It was so already; nothing changed and nothing was written. */
        record Already() implements Outcome {}

        /** It cannot be, and nothing changed. */
        record Refused(String why) implements Outcome {}

        /** There is no such order. */
        record Unknown() implements Outcome {}
    }
}
