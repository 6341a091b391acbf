package io.quittance.application.notification;

import io.quittance.application.shard.Handled;
import io.quittance.application.shard.Lease;

/** One attempt to tell a merchant. */
@FunctionalInterface
public interface DeliverNotification {
    /**
     * One that is made before its time costs the message nothing if it fails: it is due when it was.
     *
     * @return with the time at which it is due again, or that the next message of its order is due now; with none if nothing
     *     of that order is, or if it is a newer owner's
     */
    Handled attempt(Lease lease, Delivery delivery);
}
