package io.quittance.application.lifecycle;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One kind of order, as {@link Moves} must know it.
 *
 * @param <A> the aggregate
 * @param <E> what its merchant must hear
 */
public interface OrderKind<A, E> {
    ObjectRef ref(A order);

    /** Through which account it goes. */
    AccountId account(A order);

    /** The state as the wire and the database call it. */
    String state(A order);

    /** Whether upstream has nothing more to be asked about it. */
    boolean ended(A order);

    /**
     * Keeps what a locked order has become.
     *
     * @return false, and nothing is changed, if what upstream calls it is another order
     */
    boolean replace(A next);

    /** What its merchant is told of an event. Pure: no clock, no network. */
    News news(Merchant merchant, E event, Instant at);

    /**
     * A message that a merchant is owed.
     *
     * @param result with the order's id the identity of what is told: it is owed once only
     * @param body the exact bytes to send
     * @param notifyUrl where the request itself wants it sent; empty for the merchant's own place
     */
    record News(String result, Bytes body, Dialect dialect, Optional<URI> notifyUrl) {
        public News {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(notifyUrl, "notifyUrl");
        }
    }
}
