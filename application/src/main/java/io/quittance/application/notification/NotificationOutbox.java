package io.quittance.application.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Owed;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages we owe merchants; their lanes are the merchants' endpoints. Order is kept per order: while an earlier message of
 * an order is owed, a later one waits behind it and is not due.
 */
public interface NotificationOutbox {
    /** What is due, lane by lane. */
    Owed<Delivery> owed();

    /**
     * Owes a message whose bytes stand in the journal at that sequence number. Call inside the transaction that moved
     * the order: both are kept or neither is. A parked message of the same order is armed again, to go first.
     *
     * @param notifyUrl where the request itself wants it sent; empty for the merchant's own place
     */
    void append(
            ObjectRef about, int owed, MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl, Instant dueAt);

    /** The bytes to send, as they stand in the journal. */
    Bytes body(Delivery delivery);

    /** It was acknowledged. @return whether a later message of its order waited for that; it is due now */
    boolean done(Delivery delivery, Instant now);

    /** It was not acknowledged and is tried again then; keeps the signature and the number of attempts. */
    void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed);

    /** The schedule is through: a person must arm it again. Later messages of the order wait behind it. */
    void park(Delivery delivery, int attempt, Signed signed);

    /**
     * Lets the first of what is owed about an order go now, with its whole schedule before it, whatever it waits for: a later
     * step, a person, another version. The later ones still wait behind it. Call inside a transaction that has locked the
     * order.
     */
    Armed arm(ObjectRef about, Instant now);

    /** What arming found. */
    enum Armed {
        NOTHING_OWED,
        DUE_ALREADY,
        ARMED
    }

    /**
     * Lets some of what a merchant is owed and is parked go now, the longest owed first, with the whole schedule before it.
     *
     * @return how many; ask again until it is 0
     */
    int armParked(MerchantId merchant, Instant now, int limit);

    /** How many wait for a person. */
    long parked();
}
