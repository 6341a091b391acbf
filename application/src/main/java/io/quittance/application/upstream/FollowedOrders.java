package io.quittance.application.upstream;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The orders of one kind that are followed to an end that upstream decides: for whoever takes them whatever their kind, by what
 * journal and queues call them.
 *
 * @param <O> the order
 */
public interface FollowedOrders<O> {
    ObjectRef.Kind kind();

    /** Reads for a decision: until the end of the transaction nobody else gets that order. */
    Optional<O> lock(ObjectRef about);

    MerchantId merchant(O order);

    /** Through which account it goes. */
    AccountId account(O order);

    /** Whether upstream has nothing more to say that would be asked for. */
    boolean ended(O order);

    /** How long upstream may take to tell the result before a person is asked to look. */
    Duration overdueAfter();

    /** Which have not ended and are not marked, of those made by then; the oldest first. @param skip so many of them not */
    List<ObjectRef> late(Instant madeUntil, int skip, int limit);

    /** It did not end in time. @return whether it was not marked before */
    boolean markOverdue(O order, Instant now);
}
