package io.quittance.application.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Messages we owe merchants. Order is kept per order: while an earlier message of an order is owed, a later one is not
 * due. Only the owner of a shard reads it, so nobody claims a row.
 */
public interface NotificationOutbox {
    /**
     * Owes a message whose bytes stand in the journal at that sequence number. Call inside the transaction that moved
     * the order: both are kept or neither is. A parked message of the same order is armed again, to go first.
     *
     * @param notifyUrl where the request itself wants it sent; empty for the merchant's own place
     */
    void append(
            ObjectRef about, int owed, MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl, Instant dueAt);

    /** What this shard owes by now behind a position, in the order of due time and id; changes nothing. */
    List<Delivery> due(Shard shard, Position after, Instant now, int limit);

    /** It was acknowledged. @return whether a later message of its order waited for that and is due now */
    boolean done(Delivery delivery);

    /** It was not acknowledged and is tried again then; keeps the signature and the number of attempts. */
    void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed);

    /** The schedule is through: a person must arm it again. Later messages of the order wait with it. */
    void park(Delivery delivery, int attempt, Signed signed);

    /** How many wait for a person. */
    long parked();
}
