package io.quittance.application.notification;

import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Optional;

/** One attempt to tell a merchant. */
@FunctionalInterface
public interface DeliverNotification {
    /**
     * @return when it is due again, or that the next message of its order is due now; empty if nothing of that order is,
     *     or if it is a newer owner's
     */
    Optional<Instant> attempt(Lease lease, Delivery delivery);
}
