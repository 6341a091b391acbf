package io.quittance.application.payout;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where payouts stand now. Under one number of a merchant one payout is current; those behind it were {@link #retire
 * retired} and are found by their own number only.
 */
public interface Payouts {
    /**
     * Keeps a new payout, unless this merchant's number has a current one; a unique key decides, whoever races. In a
     * transaction, what it answers is committed or the caller's own.
     */
    Added add(Payout payout);

    /** The current one. */
    Optional<Payout> find(MerchantId merchant, OutTradeNo order);

    Optional<Payout> find(PayoutId id);

    /** Reads the current one for a decision: until the end of the transaction nobody else gets that payout. */
    Optional<Payout> lock(MerchantId merchant, OutTradeNo order);

    /** Reads for a decision: until the end of the transaction nobody else gets that payout. */
    Optional<Payout> lock(PayoutId id);

    /** Whose current payouts have that number. */
    List<MerchantId> owners(OutTradeNo order);

    /** Keeps what a locked payout has become. @throws IllegalStateException if there is no such payout */
    void replace(Payout next);

    /** Frees the number of a payout for the next try; its row stays. No effect if that was done before. */
    void retire(PayoutId id);

    /**
     * Marks a payout that did not end in time; its end takes the mark away.
     *
     * @return whether it was not marked before
     */
    boolean markOverdue(PayoutId id, Instant at);

    /** How many are overdue now. */
    long overdue();

    /** What became of {@link #add}. */
    sealed interface Added {
        record New() implements Added {}

        /** The current payout under this number, as it is now. */
        record Known(Payout earlier) implements Added {}

        /** Our number is another payout's; only upstream's numbers of adopted payouts can collide. */
        record NumberTaken() implements Added {}
    }
}
