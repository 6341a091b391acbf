package io.quittance.application.erasure;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;

/**
 * Removes from an order what it holds of persons. What was sent and received is taken out of its story, and payee, payer and
 * texts out of the order itself. Its numbers, amounts, states and times stay, and so do the lines of its story and their seals.
 * It cannot be taken back.
 */
public interface ForgetPersons {
    /**
     * Only of what has ended, and of which nobody is owed anything, as what is owed is told from what would be forgotten. A
     * second call changes nothing; what upstream tells afterwards is kept as all it tells, and is taken away by a call behind it.
     */
    Outcome forget(ObjectRef about, Hand hand);

    /** What came of it. */
    sealed interface Outcome {
        /** @param rows how many rows of its story have no body any more */
        record Done(int rows) implements Outcome {}

        /** There was nothing to forget; nothing changed and nothing was written. */
        record Already() implements Outcome {}

        /** It cannot be yet, and nothing changed. */
        record Refused(String why) implements Outcome {}

        /** There is no such order. */
        record Unknown() implements Outcome {}
    }
}
