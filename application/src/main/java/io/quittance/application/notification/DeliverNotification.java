package io.quittance.application.notification;

import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Optional;

/** One attempt to tell a merchant. */
@FunctionalInterface
public interface DeliverNotification {
    /** @return when it is due again; empty if it was acknowledged, parked, or is a newer owner's */
    Optional<Instant> attempt(Lease lease, Delivery delivery);
}
