package io.quittance.application.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Orders} promises, whatever kind of order it keeps. */
public interface OrdersContract<A, I, K> extends ExactOrdersContract<A, I, K> {
    private Optional<A> find(A order) {
        return orders().find(number(order));
    }

    private Optional<A> findByKey(A order) {
        return orders().find(merchant(order), key(order));
    }

    private A sameKey(A order) {
        return order(merchant(order), unique(), key(order).toString());
    }

    @Test
    default void keeps_a_new_order_and_finds_it_by_both_its_ids() {
        A order = fresh();

        assertEquals(new Added.New<>(), add(order));

        assertEquals(Optional.of(order), find(order));
        assertEquals(Optional.of(order), findByKey(order));
    }

    @Test
    default void finds_nothing_that_was_never_kept_or_is_anothers() {
        A order = kept();

        assertEquals(Optional.empty(), orders().find(number(unique())));
        assertEquals(Optional.empty(), orders().find(merchant(), key(order)));
        assertEquals(Optional.empty(), orders().find(merchant(order), key(unique())));
    }

    @Test
    default void answers_with_the_order_that_was_called_so_before_as_it_is_now() {
        A earlier = kept();
        A later = sameKey(earlier);
        assertEquals(new Added.Known<>(earlier), add(later));

        A now = ended(earlier);
        replace(now);

        assertEquals(new Added.Known<>(now), add(later));
        assertEquals(Optional.empty(), find(later));
    }

    @Test
    default void knows_its_own_order_again_in_the_same_transaction() {
        A order = fresh();

        Added<A> again = store().answer(() -> {
            orders().add(order);
            return orders().add(order);
        });

        assertEquals(new Added.Known<>(order), again);
    }

    @Test
    default void says_when_the_number_is_another_orders() {
        A earlier = kept();
        A sameNumber = order(merchant(earlier), number(earlier).toString(), unique());
        A otherMerchants = order(merchant(), number(earlier).toString(), unique());

        assertEquals(new Added.NumberTaken<>(), add(sameNumber));
        assertEquals(new Added.NumberTaken<>(), add(otherMerchants));

        assertEquals(Optional.of(earlier), find(earlier));
        assertEquals(Optional.empty(), findByKey(sameNumber));
        assertEquals(Optional.empty(), findByKey(otherMerchants));
    }

    @Test
    default void looks_at_what_its_merchant_calls_it_first_where_both_ids_are_known() {
        A earlier = kept();

        assertEquals(new Added.Known<>(earlier), add(earlier));
    }

    @Test
    default void keeps_the_same_key_once_for_each_merchant() {
        String key = unique();
        A one = order(merchant(), unique(), key);
        A other = order(merchant(), unique(), key);

        assertEquals(new Added.New<>(), add(one));
        assertEquals(new Added.New<>(), add(other));

        assertEquals(Optional.of(one), findByKey(one));
        assertEquals(Optional.of(other), findByKey(other));
    }

    @Test
    default void goes_on_in_the_same_transaction_after_a_duplicate() {
        A earlier = kept();
        A another = order(merchant(earlier), unique(), unique());

        store().perform(() -> {
            orders().add(earlier);
            orders().add(order(merchant(earlier), number(earlier).toString(), unique()));
            orders().add(another);
        });

        assertEquals(Optional.of(another), find(another));
    }

    @Test
    default void reads_for_a_decision_by_both_ids_what_it_would_find() {
        A order = kept();

        assertEquals(Optional.of(order), store().answer(() -> orders().lock(number(order))));
        assertEquals(Optional.of(order), store().answer(() -> orders().lock(merchant(order), key(order))));
    }

    @Test
    default void locks_nothing_that_is_not_there() {
        MerchantId merchant = merchant();

        assertEquals(Optional.empty(), store().answer(() -> orders().lock(number(unique()))));
        assertEquals(Optional.empty(), store().answer(() -> orders().lock(merchant, key(unique()))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there() {
        A never = fresh();

        assertThrows(IllegalStateException.class, () -> replace(never));

        assertEquals(Optional.empty(), find(never));
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing() {
        A order = kept();

        replace(order);

        assertEquals(Optional.of(order), find(order));
    }

    @Test
    default void replaces_that_order_only() {
        A one = kept();
        A other = kept(order(merchant(one), unique(), unique()));

        replace(ended(one));

        assertEquals(Optional.of(other), find(other));
    }

    @Test
    default void counts_what_is_overdue_until_it_ends() {
        A order = kept();
        long before = orders().overdue();

        assertTrue(store().answer(() -> orders().markOverdue(number(order), Given.NOON)));
        assertEquals(before + 1, orders().overdue());
        assertFalse(store().answer(() -> orders().markOverdue(number(order), Given.NOON.plusSeconds(1))));
        assertEquals(before + 1, orders().overdue(), "marked twice");
        replace(moved(order, unique()));
        assertEquals(before + 1, orders().overdue(), "it has not ended");
        replace(ended(order));
        assertEquals(before, orders().overdue(), "ended");
    }

    /** Of many that others have made, these alone are looked at. */
    private List<I> late(Instant madeUntil, List<I> among) {
        return orders().late(madeUntil, 0, 1_000_000).stream()
                .filter(among::contains)
                .toList();
    }

    @Test
    default void finds_what_has_not_ended_and_is_not_marked_by_its_age() {
        A open = kept();
        A ended = kept();
        replace(ended(ended));
        A marked = kept();
        store().perform(() -> orders().markOverdue(number(marked), Given.NOON));
        List<I> all = List.of(number(open), number(ended), number(marked));

        assertEquals(List.of(number(open)), late(made(open), all), "made at that very moment");
        assertEquals(List.of(), late(made(open).minusMillis(1), all), "made after it");
        List<I> two = orders().late(made(open), 0, 2);
        assertEquals(two.subList(1, two.size()), orders().late(made(open), 1, 1), "but the first");
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_order_at_once() {
        MerchantId merchant = merchant();
        String key = unique();
        List<A> rivals =
                Stream.generate(() -> order(merchant, unique(), key)).limit(8).toList();

        List<Added<A>> answers = AtOnce.all(rivals, this::add);

        A winner = orders().find(merchant, key(key)).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added<A> expected = rivals.get(i).equals(winner) ? new Added.New<>() : new Added.Known<>(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void gives_a_locked_order_to_one_at_a_time() {
        A order = kept();
        List<String> told = Stream.generate(() -> unique()).limit(8).toList();

        List<A> seen = AtOnce.all(
                told,
                what -> store().answer(() -> {
                    A locked = orders().lock(number(order)).orElseThrow();
                    orders().replace(moved(locked, what));
                    return locked;
                }));

        Set<A> written = told.stream().map(what -> moved(order, what)).collect(Collectors.toSet());
        Set<A> expected = new HashSet<>(written);
        expected.add(order);
        expected.remove(find(order).orElseThrow());
        assertEquals(expected, new HashSet<>(seen), "each saw what another had kept, but the last");
    }

    @Test
    default void is_what_a_journal_hangs_on() {
        ObjectRef about = about(kept());

        int first =
                store().answer(() -> store().journal().append(about, List.of(Given.note("one"), Given.note("two"))));
        int next = store().answer(() -> store().journal().append(about, List.of(Given.note("three"))));

        assertEquals(List.of(1, 3), List.of(first, next));
        assertEquals(
                List.of(
                        new Journal.Row(1, Given.note("one"), 0),
                        new Journal.Row(2, Given.note("two"), 0),
                        new Journal.Row(3, Given.note("three"), 0)),
                store().journal().story(about));
    }

    @Test
    default void has_no_journal_before_it_is_kept() {
        ObjectRef about = about(fresh());

        assertThrows(
                IllegalStateException.class,
                () -> store().perform(() -> store().journal().append(about, List.of(Given.note("nowhere")))));
        assertEquals(List.of(), store().journal().story(about));
    }
}
