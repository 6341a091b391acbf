package io.quittance.application.erasure;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Orders;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the orders of one kind hold of persons besides their stories. */
@FunctionalInterface
public interface PersonsOfKind {
    /** A kind that holds nothing. */
    PersonsOfKind NONE = _ -> {};

    /** @param forgotten an order without them */
    static <A, I, K> PersonsOfKind in(
            Orders<A, I, K> orders, Function<ObjectRef, I> number, UnaryOperator<A> forgotten) {
        return about -> orders.lock(number.apply(about)).map(forgotten).ifPresent(orders::replace);
    }

    /** Removes it. Call inside the transaction that removes the rest. */
    void forget(ObjectRef about);
}
