package io.quittance.application.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That {@link Orders} of a kind which upstream numbers keep each of its numbers once for each account. */
public interface NumberedOrdersContract<A, I, K> extends OrdersContract<A, I, K> {
    /** The same, once upstream's number of it is known. */
    default A numbered(A order, String upstream) {
        return moved(order, upstream);
    }

    @Test
    default void keeps_what_upstream_calls_an_order_once_for_each_account() {
        String upstream = unique();
        A one = kept();
        A sameAccount = kept(order(merchant(one), unique(), unique()));
        A otherAccount = kept();
        A told = numbered(order(merchant(one), unique(), unique()), upstream);

        assertTrue(store().answer(() -> orders().replace(numbered(one, upstream))));

        assertFalse(store().answer(() -> orders().replace(numbered(sameAccount, upstream))));
        assertEquals(Optional.of(sameAccount), orders().find(number(sameAccount)));
        assertEquals(new Added.NumberTaken<>(), add(told));
        assertEquals(Optional.empty(), orders().find(number(told)));
        assertTrue(store().answer(() -> orders().replace(numbered(otherAccount, upstream))));
        assertTrue(store().answer(() -> orders().replace(numbered(one, upstream))), "its own");
    }

    @Test
    default void goes_on_in_the_same_transaction_where_upstreams_number_was_anothers() {
        String upstream = unique();
        A one = kept();
        replace(numbered(one, upstream));
        A other = kept(order(merchant(one), unique(), unique()));

        store().perform(() -> {
            orders().replace(numbered(other, upstream));
            orders().replace(ended(other));
        });

        assertEquals(Optional.of(ended(other)), orders().find(number(other)));
    }
}
