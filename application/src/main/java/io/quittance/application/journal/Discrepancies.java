package io.quittance.application.journal;

import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Verified reports that contradict what we hold, or that we could not use: work for a person. */
public interface Discrepancies {
    /**
     * Keeps one; the same message of the same merchant, or again of nobody's, is counted beside it. Call inside the transaction that
     * decided it.
     *
     * @return whether it was new
     */
    boolean open(Discrepancy discrepancy);

    /** The open ones of a merchant, oldest first. */
    List<Open> of(MerchantId merchant, int limit);

    /** The open ones of which nobody can tell whose they are, oldest first. */
    List<Open> unassigned(int limit);

    /**
     * A report that we keep without believing it. The message itself is kept here, encrypted, as it moved nothing.
     *
     * @param merchant whose order it is about; empty where that cannot be told
     * @param about the order concerned; empty where none could be told
     * @param why one line for a person, at most 400 characters, without personal data
     */
    record Discrepancy(
            Optional<MerchantId> merchant, Optional<ObjectRef> about, Message message, String why, Instant at) {
        public Discrepancy {
            Objects.requireNonNull(merchant, "merchant");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(at, "at");
            why = JournalEntry.cut(why);
        }

        /** One that is known to be about an order of that merchant. */
        public Discrepancy(MerchantId merchant, Optional<ObjectRef> about, Message message, String why, Instant at) {
            this(Optional.of(merchant), about, message, why, at);
        }
    }

    /**
     * A discrepancy as it is kept.
     *
     * @param repeats how often the same message came again
     */
    record Open(long id, Discrepancy discrepancy, int repeats) {}
}
