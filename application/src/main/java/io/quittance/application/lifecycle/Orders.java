package io.quittance.application.lifecycle;

import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the orders of one kind stand now.
 *
 * @param <A> the order
 * @param <I> our number of it
 * @param <K> what its merchant calls it, the same once only for each merchant
 */
public interface Orders<A, I, K> {
    /**
     * Keeps a new order, unless this merchant called one so before; a unique key decides, whoever races. In a transaction,
     * what it answers is committed or the caller's own.
     */
    Added<A> add(A order);

    Optional<A> find(MerchantId merchant, K key);

    Optional<A> find(I number);

    /** Reads for a decision: until the end of the transaction nobody else gets that order. */
    Optional<A> lock(MerchantId merchant, K key);

    /** Reads for a decision: until the end of the transaction nobody else gets that order. */
    Optional<A> lock(I number);

    /**
     * Keeps what a locked order has become.
     *
     * @return false, and nothing is changed, if what upstream calls it is another order of the same account
     * @throws IllegalStateException if there is no such order
     */
    boolean replace(A next);

    /**
     * Which have not ended and are not marked, of those made by then, the oldest first; reads no others.
     *
     * @param skip so many of them are left out
     */
    List<I> late(Instant madeUntil, int skip, int limit);

    /**
     * Marks an order that did not end in time; its end takes the mark away.
     *
     * @return whether it was not marked before; the first mark stays
     */
    boolean markOverdue(I number, Instant at);

    /** How many are overdue now. */
    long overdue();
}
