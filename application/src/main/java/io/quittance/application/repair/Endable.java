package io.quittance.application.repair;

import io.quittance.application.lifecycle.Moves;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.lifecycle.Transition;
import java.time.Instant;

/**
 * A kind of order that a person may end.
 *
 * @param <A> the aggregate
 * @param <E> what its merchant must hear
 */
public record Endable<A, E>(FollowedOrders<A> orders, Moves<A, E> moves, Ending<A, E> ending) {
    /** What the state machine of the kind makes of an end. */
    @FunctionalInterface
    public interface Ending<A, E> {
        Transition<A, E> ended(A order, End end, Instant at);
    }
}
