package io.quittance.application.authorization;

import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Where cancels stand now. */
public interface Cancels {
    /**
     * Keeps a new cancel, unless this merchant's request id is known; a unique key decides, whoever races. In a
     * transaction, what it answers is committed or the caller's own.
     */
    Added add(Cancel cancel);

    Optional<Cancel> find(MerchantId merchant, RequestId request);

    Optional<Cancel> find(CancelId id);

    /** Reads for a decision: until the end of the transaction nobody else gets that cancel. */
    Optional<Cancel> lock(MerchantId merchant, RequestId request);

    /** Reads for a decision: until the end of the transaction nobody else gets that cancel. */
    Optional<Cancel> lock(CancelId id);

    /** Keeps what a locked cancel has become. @throws IllegalStateException if there is no such cancel */
    void replace(Cancel next);

    /** Marks a cancel that did not end in time and that upstream cannot be asked about; its end takes the mark away. */
    void markOverdue(CancelId id, Instant at);

    /** How many are overdue now. */
    long overdue();

    /** What became of {@link #add}. */
    sealed interface Added {
        record New() implements Added {}

        /** The cancel that used this request id before, as it is now. */
        record Known(Cancel earlier) implements Added {}

        /** The number is another cancel's; only upstream's numbers of adopted cancels can collide. */
        record NumberTaken() implements Added {}
    }
}
