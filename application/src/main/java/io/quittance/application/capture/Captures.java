package io.quittance.application.capture;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Where captures stand now. */
public interface Captures {
    /**
     * Keeps a new capture, unless this merchant's request id is known; a unique key decides, whoever races. In a
     * transaction, what it answers is committed or the caller's own.
     */
    Added add(Capture capture);

    Optional<Capture> find(MerchantId merchant, RequestId request);

    Optional<Capture> find(CaptureId id);

    /** Reads for a decision: until the end of the transaction nobody else gets that capture. */
    Optional<Capture> lock(MerchantId merchant, RequestId request);

    /** Reads for a decision: until the end of the transaction nobody else gets that capture. */
    Optional<Capture> lock(CaptureId id);

    /** Keeps what a locked capture has become. @throws IllegalStateException if there is no such capture */
    void replace(Capture next);

    /** Marks a capture that did not end in time and that upstream cannot be asked about; its end takes the mark away. */
    void markOverdue(CaptureId id, Instant at);

    /** How many are overdue now. */
    long overdue();

    /** What became of {@link #add}. */
    sealed interface Added {
        record New() implements Added {}

        /** The capture that used this request id before, as it is now. */
        record Known(Capture earlier) implements Added {}

        /** The number is another capture's; only upstream's numbers of adopted captures can collide. */
        record NumberTaken() implements Added {}
    }
}
