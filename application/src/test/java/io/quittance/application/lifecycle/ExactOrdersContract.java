package io.quittance.application.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@link Orders} keep to the letter what they are given; a part of {@link OrdersContract}, with what it must know. */
public interface ExactOrdersContract<A, I, K> {
    Store store();

    Orders<A, I, K> orders();

    /** A new order that nobody has kept yet, made at {@link Given#NOON}. */
    A order(MerchantId merchant, String number, String key);

    I number(String text);

    K key(String text);

    I number(A order);

    K key(A order);

    MerchantId merchant(A order);

    Instant made(A order);

    ObjectRef about(A order);

    /** The same, made at that time. */
    A made(A order, Instant at);

    /** The same, of that amount; empty if orders of that kind have none. */
    Optional<A> worth(A order, Money amount);

    /** The same, not ended, and different for each thing that it was told. */
    A moved(A order, String told);

    /** The same, ended. */
    A ended(A order);

    /** Everything that a new order may become, with all that can be told of it. */
    List<A> becoming(A order);

    /** The most characters that merchants may use to call an order. */
    default int mostInKey() {
        return 64;
    }

    /** What the text of a key is compared by. */
    default String compared(String key) {
        return key;
    }

    /** Text that no other order has, neither as its number nor as its key. */
    default String unique() {
        return Given.unique("O");
    }

    default MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    default A fresh() {
        return order(merchant(), unique(), unique());
    }

    default A kept() {
        return kept(fresh());
    }

    default A kept(A order) {
        add(order);
        return order;
    }

    default Added<A> add(A order) {
        return store().answer(() -> orders().add(order));
    }

    default void replace(A next) {
        store().perform(() -> orders().replace(next));
    }

    @Test
    default void keeps_ids_apart_that_differ_only_a_little() {
        MerchantId merchant = merchant();
        String id = Given.unique("Straße-é-");
        Set<String> keys = new HashSet<>();
        List<A> alike = alike(id)
                .filter(some -> keys.add(compared(some)))
                .map(some -> order(merchant, "C" + some, some))
                .toList();

        alike.forEach(order -> assertEquals(new Added.New<>(), add(order), order.toString()));

        for (A order : alike) {
            assertEquals(Optional.of(order), orders().find(merchant, key(order)));
            assertEquals(Optional.of(order), orders().find(number(order)));
        }
    }

    private static Stream<String> alike(String id) {
        return Stream.of(
                id,
                id.toLowerCase(Locale.ROOT),
                id.toUpperCase(Locale.ROOT),
                id.replace("é", "e"),
                id.replace("é", "e\u0301"),
                id.replace("ß", "ss"),
                id.replace("-", " "),
                id.replace("-", "  "),
                id.replace("-", "\u00A0"),
                id.replace("-", ""),
                id + "\u200B",
                "0" + id);
    }

    @Test
    default void keeps_ids_of_all_the_characters_allowed_whatever_their_bytes() {
        String some = Given.unique("");
        String key = some + "\uD83E\uDD8A".repeat(mostInKey() - some.length());
        A order = order(merchant(), some + "\uD83E\uDD8A".repeat(64 - some.length()), key);

        assertEquals(new Added.New<>(), add(order));

        assertEquals(Optional.of(order), orders().find(number(order)));
        assertEquals(Optional.of(order), orders().find(merchant(order), key(key)));
    }

    @Test
    default void keeps_every_amount_to_the_last_digit() {
        MerchantId merchant = merchant();
        for (String text :
                List.of("0", "1", "100.5", "0.00000001", "9".repeat(30) + ".99999999", "1" + "0".repeat(29))) {
            Optional<A> order = worth(order(merchant, unique(), unique()), Money.of(text, "JPY"));
            order.ifPresent(this::add);
            assertEquals(order, order.flatMap(some -> orders().find(number(some))));
        }
    }

    @Test
    default void keeps_all_that_an_order_becomes() {
        A order = kept();

        for (A next : becoming(order)) {
            replace(next);
            assertEquals(Optional.of(next), orders().find(number(order)));
            assertEquals(Optional.of(next), orders().find(merchant(order), key(order)));
            assertEquals(Optional.of(next), store().answer(() -> orders().lock(number(order))));
        }
    }

    @Test
    default void keeps_a_new_order_of_which_all_is_told_already() {
        int ways = becoming(order(merchant(), unique(), unique())).size();

        for (int i = 0; i < ways; i++) {
            A adopted = becoming(order(merchant(), unique(), unique())).get(i);
            assertEquals(new Added.New<>(), add(adopted));
            assertEquals(Optional.of(adopted), orders().find(number(adopted)));
        }
    }

    @Test
    default void keeps_times_to_the_millisecond() {
        MerchantId merchant = merchant();
        for (String time : List.of(
                "2026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.001Z",
                "2026-03-29T01:30:00.999Z", // where Europe has no half past two
                "2026-10-25T00:30:00.500Z", // where Europe has it twice
                "1999-12-31T23:59:59.999Z")) {
            A order = made(order(merchant, unique(), unique()), Instant.parse(time));
            add(order);
            assertEquals(Optional.of(order), orders().find(number(order)));
        }
    }
}
