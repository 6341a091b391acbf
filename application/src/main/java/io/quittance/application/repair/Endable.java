package io.quittance.application.repair;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A kind of order that a person may end.
 *
 * @param <A> the aggregate
 * @param <E> what its merchant must hear
 */
public interface Endable<A, E> {
    ObjectRef.Kind kind();

    /** Call inside the unit of work that ends it. */
    Optional<A> lock(ObjectRef about);

    MerchantId merchant(A order);

    AccountId account(A order);

    /** What its state machine makes of that end. */
    Transition<A, E> ended(A order, End end, Instant at);

    Moves<A, E> moves();
}
