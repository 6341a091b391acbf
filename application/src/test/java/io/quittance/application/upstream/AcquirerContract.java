package io.quittance.application.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Holder;
import org.junit.jupiter.api.Test;

/**
 * What every port that passes orders on promises, whatever kind of order and whoever is behind it. Each test begins with a
 * far end that has no order yet. Each kind has one of its own, which says what can be said once for the kind. One that is asked over a network keeps {@link RemoteAcquirerContract} as well.
 *
 * @param <O> the order
 * @param <S> what is said of it when it is taken
 */
public interface AcquirerContract<O, S> {
    /** Whose the orders are, at an account there. */
    Holder holder();

    /** An order that nobody upstream has heard of. */
    O order();

    /** Another order under the id of that one, with other content. */
    O another(O order);

    /** Passes an order on, as an errand does. */
    Answer<S> pass(O order);

    /** As the port says of itself: whether it answers an id that it knows as the first time. */
    boolean knowsItsIds();

    /** Whether that says that it has the order. */
    boolean has(S said);

    /** Whether that says that it had one under that id before, and took no new one. */
    boolean hadAlready(S said);

    /** How many orders the far end has. */
    int arrived();

    private S said(Answer<S> answer) {
        if (answer instanceof Answer.Taken<S>(var _, var said)) {
            return said;
        }
        throw new AssertionError("expected that it takes it, but: " + answer.asLine());
    }

    @Test
    default void has_an_order_that_was_passed_on() {
        assertTrue(has(said(pass(order()))));

        assertEquals(1, arrived());
    }

    /** A refusal would fail what upstream has: that an id is known is about the id, and never about the order. */
    @Test
    default void never_refuses_an_order_that_it_has() {
        O order = order();
        pass(order);

        S again = said(pass(order));

        assertTrue(knowsItsIds() ? has(again) : hadAlready(again), again::toString);
        assertEquals(1, arrived());
    }

    @Test
    default void takes_nothing_else_under_an_id_that_it_has() {
        O order = order();
        pass(order);

        assertTrue(hadAlready(said(pass(another(order)))));

        assertEquals(1, arrived());
    }

    @Test
    default void keeps_orders_of_other_ids_apart() {
        pass(order());

        assertTrue(has(said(pass(order()))));

        assertEquals(2, arrived());
    }
}
