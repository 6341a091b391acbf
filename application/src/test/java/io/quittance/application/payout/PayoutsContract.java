package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.WHY;
import static io.quittance.application.payout.GivenPayouts.kept;
import static io.quittance.application.payout.GivenPayouts.payout;
import static io.quittance.application.payout.GivenPayouts.told;
import static io.quittance.application.payout.GivenPayouts.turnedAway;
import static io.quittance.application.store.Given.NOON;
import static io.quittance.application.store.Given.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.payout.Payouts.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Heard;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.SubStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Payouts} promises. */
public interface PayoutsContract {
    Store store();

    private Payouts payouts() {
        return store().payouts();
    }

    private Added add(Payout payout) {
        return store().answer(() -> payouts().add(payout));
    }

    private void replace(Payout next) {
        store().perform(() -> payouts().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private Payout anew(Payout earlier) {
        return payout(earlier.merchant(), unique("T"), earlier.order().value());
    }

    @Test
    default void keeps_a_new_payout_and_finds_it_by_both_its_ids() {
        Payout payout = payout(merchant());

        assertEquals(new Added.New(), add(payout));

        assertEquals(Optional.of(payout), payouts().find(payout.id()));
        assertEquals(Optional.of(payout), payouts().find(payout.merchant(), payout.order()));
    }

    @Test
    default void keeps_every_state_and_everything_told_exactly() {
        for (State state : List.of(
                new State.Pending(Optional.empty()),
                new State.Pending(Optional.of(new Heard(NOON.plusMillis(3), Optional.empty()))),
                new State.Pending(Optional.of(new Heard(NOON.plusMillis(7), Optional.of(new SubStatus("REVIEW"))))),
                new State.Succeeded(NOON.plusMillis(7)),
                new State.Failed(NOON.plusMillis(8), WHY, false),
                new State.Failed(NOON.plusMillis(9), WHY, true),
                new State.BouncedBack(Optional.empty(), NOON.plusMillis(10), Optional.empty()),
                new State.BouncedBack(Optional.of(NOON), NOON.plusMillis(11), Optional.of(WHY)))) {
            Payout payout = kept(store(), payout(merchant()));
            Payout next = told(payout, state);

            replace(next);

            assertEquals(Optional.of(next), payouts().find(payout.id()));
            assertEquals(Optional.of(next), store().answer(() -> payouts().lock(payout.id())));
        }
    }

    @Test
    default void keeps_what_was_told_from_the_beginning() {
        Payout adopted = told(
                payout(merchant()),
                new State.Pending(Optional.of(new Heard(NOON, Optional.of(new SubStatus("TRANSMIT"))))));

        add(adopted);

        assertEquals(Optional.of(adopted), payouts().find(adopted.id()));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), payouts().find(new PayoutId(unique("T"))));
        assertEquals(Optional.empty(), payouts().find(merchant(), new OutTradeNo("O")));
        assertEquals(Optional.empty(), store().answer(() -> payouts().lock(new PayoutId(unique("T")))));
        assertEquals(List.of(), payouts().owners(new OutTradeNo(unique("O"))));
    }

    @Test
    default void answers_with_the_payout_that_used_the_number_before_as_it_is_now() {
        Payout earlier = kept(store(), payout(merchant()));
        Payout now = told(earlier, new State.Succeeded(NOON));
        replace(now);

        assertEquals(new Added.Known(now), add(anew(earlier)));
    }

    @Test
    default void keeps_one_current_payout_under_a_number_and_every_retired_one() {
        Payout first = kept(store(), payout(merchant()));
        replace(turnedAway(first));
        store().perform(() -> payouts().retire(first.id()));
        Payout second = anew(first).after(first);

        assertEquals(new Added.New(), add(second));
        assertEquals(new Added.Known(second), add(anew(first)));
        assertEquals(Optional.of(second), payouts().find(first.merchant(), first.order()));
        assertEquals(Optional.of(turnedAway(first)), payouts().find(first.id()));

        replace(turnedAway(second));
        store().perform(() -> payouts().retire(second.id()));
        store().perform(() -> payouts().retire(first.id()));
        Payout third = anew(first).after(second);
        assertEquals(new Added.New(), add(third));
        assertEquals(List.of(first.merchant()), payouts().owners(first.order()));
    }

    @Test
    default void says_whose_current_payouts_have_a_number() {
        Payout one = kept(store(), payout(merchant()));
        Payout other = kept(store(), payout(merchant(), unique("T"), one.order().value()));

        assertEquals(
                List.of(one.merchant(), other.merchant()),
                payouts().owners(one.order()).stream()
                        .sorted((a, b) -> Long.compare(a.value(), b.value()))
                        .toList());
    }

    @Test
    default void says_when_the_number_is_another_payouts() {
        Payout earlier = kept(store(), payout(merchant()));

        assertEquals(
                new Added.NumberTaken(), add(payout(merchant(), earlier.id().value(), unique("O"))));

        assertEquals(Optional.of(earlier), payouts().find(earlier.id()));
    }

    @Test
    default void tells_numbers_apart_to_the_letter() {
        MerchantId merchant = merchant();
        String order = unique("o");
        add(payout(merchant, unique("T"), order));

        assertEquals(new Added.New(), add(payout(merchant, unique("T"), order.toUpperCase(java.util.Locale.ROOT))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there() {
        Payout never = payout(merchant());

        assertThrows(IllegalStateException.class, () -> replace(never));
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing() {
        Payout payout = kept(store(), payout(merchant()));

        replace(payout);

        assertEquals(Optional.of(payout), payouts().find(payout.id()));
    }

    @Test
    default void counts_what_is_overdue_until_it_ends() {
        Payout payout = kept(store(), payout(merchant()));
        long before = payouts().overdue();

        assertTrue(store().answer(() -> payouts().markOverdue(payout.id(), NOON)));
        assertFalse(store().answer(() -> payouts().markOverdue(payout.id(), NOON.plusSeconds(1))), "marked twice");
        replace(told(payout, new State.Pending(Optional.empty())));
        assertEquals(before + 1, payouts().overdue(), "still pending");
        replace(told(payout, new State.Succeeded(NOON)));
        assertEquals(before, payouts().overdue(), "ended");
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_number_at_once() {
        MerchantId merchant = merchant();
        String order = unique("O");
        List<Payout> rivals = Stream.generate(() -> payout(merchant, unique("T"), order))
                .limit(8)
                .toList();

        List<Added> answers = AtOnce.all(rivals, this::add);

        Payout winner = payouts().find(merchant, new OutTradeNo(order)).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added expected = rivals.get(i).equals(winner) ? new Added.New() : new Added.Known(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void lets_one_of_many_win_that_try_again_behind_one_turned_away() {
        Payout first = turnedAway(kept(store(), payout(merchant())));
        replace(first);
        List<Payout> rivals =
                Stream.generate(() -> anew(first).after(first)).limit(8).toList();

        List<Added> answers = AtOnce.all(
                rivals,
                rival -> store().answer(() -> {
                    payouts().add(rival);
                    Payout current =
                            payouts().lock(rival.merchant(), rival.order()).orElseThrow();
                    if (!current.freesItsNumber()) {
                        return new Added.Known(current);
                    }
                    payouts().retire(current.id());
                    return payouts().add(rival);
                }));

        assertEquals(1, answers.stream().filter(Added.New.class::isInstance).count());
    }
}
