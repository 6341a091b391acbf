package io.quittance.application.notification;

import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import java.util.Objects;

/**
 * Sends one test message to a merchant's endpoint, now, also where it is held: signed as all are, about no order and no money,
 * owed to nobody and never repeated. No journal knows of it; the log does.
 */
@FunctionalInterface
public interface TryEndpoint {
    /**
     * @param endpoint one of that merchant's
     * @param person who wants that
     */
    Tried attempt(Merchant merchant, Endpoint endpoint, String person);

    /** @param dialect in which it was written, and was to be acknowledged */
    record Tried(Dialect dialect, Attempt attempt) {
        public Tried {
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(attempt, "attempt");
        }
    }
}
