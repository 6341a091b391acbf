package io.quittance.application.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Owed;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages we owe merchants; their lanes are the merchants' endpoints. Order is kept per order and endpoint: while an
 * earlier message of an order is owed to one, a later one waits behind it and is not due.
 */
public interface NotificationOutbox {
    /** What is due, lane by lane. */
    Owed<Delivery> owed();

    /**
     * Owes a message whose bytes stand in the journal at that sequence number. Call inside the transaction that moved
     * the order: both are kept or neither is. A parked message of the same order to the same endpoint is armed again, to go
     * first.
     */
    void append(ObjectRef about, int owed, Recipient recipient, Instant dueAt);

    /** The bytes to send, as they stand in the journal. */
    Bytes body(Delivery delivery);

    /** It was acknowledged. @return whether a later message of its order to that endpoint waited for that; it is due now */
    boolean done(Delivery delivery, Instant now);

    /** It was not acknowledged and is tried again then; keeps the signature and the number of attempts. */
    void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed);

    /** The schedule is through: a person must arm it again. Later messages of the order to that endpoint wait behind it. */
    void park(Delivery delivery, int attempt, Signed signed);

    /**
     * Lets the first of what is owed about an order go now to each endpoint, with its whole schedule before it, whatever it
     * waits for: a later step, a person, another version. The later ones still wait behind it. Call inside a transaction
     * that has locked the order.
     *
     * @param only that endpoint; empty for all
     * @return that something was armed, else that something was due already, else that nothing is owed
     */
    Armed arm(ObjectRef about, Optional<EndpointId> only, Instant now);

    /** What arming found. */
    enum Armed {
        NOTHING_OWED,
        DUE_ALREADY,
        ARMED
    }

    /**
     * Lets some of what an endpoint is owed and is parked go now, the longest owed first, with the whole schedule before it.
     *
     * @return how many; ask again until it is 0
     */
    int armParked(EndpointId endpoint, Instant now, int limit);

    /** How many wait for a person. */
    long parked();
}
