package io.quittance.application.discrepancy;

import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/** How a person ends a discrepancy. Each is safe to repeat: what has ended stays as it was ended first. */
public interface EndDiscrepancy {
    /** A person says that it is settled. Nothing moves; where it is about an order, that stands in the order's journal. */
    Outcome close(long number, Hand hand);

    /**
     * Takes what the message says, as if upstream told it now and the person vouched for it: it is read by this version, the
     * state machine of its order decides, and its merchant is told what it must hear, once. Of contradicting ends the first
     * stands, and the terms of an order never change: what the state machine refuses is refused, and nothing changes.
     *
     * @param whose for what nobody could tell whose it is
     */
    Outcome adopt(long number, Hand hand, Whose whose);

    /** What {@link #adopt} would answer, as {@link Outcome.Possible} where it would do it; nothing is changed. */
    Outcome rehearse(long number, Whose whose);

    /** Whose a message is, by a person's word; what the message's own discrepancy says counts before that. */
    record Whose(Optional<MerchantId> merchant, Optional<AccountId> account) {
        public static final Whose UNSAID = new Whose(Optional.empty(), Optional.empty());

        public Whose {
            Objects.requireNonNull(merchant, "merchant");
            Objects.requireNonNull(account, "account");
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        /**
         * It is ended so.
         *
         * @param kept as it is now
         * @param moved whether an order moved by it
         */
        record Done(Kept kept, boolean moved) implements Outcome {}

        /** It was ended before; nothing changed. @param kept with who ended it, how, when and why */
        record Already(Kept kept) implements Outcome {}

        /** It can be adopted. @param what what follows then */
        record Possible(ObjectRef order, String what) implements Outcome {}

        /** It cannot be, and nothing changed. */
        record Refused(String why) implements Outcome {}

        /** There is no such discrepancy. */
        record Unknown() implements Outcome {}
    }
}
