package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.WHY;
import static io.quittance.application.payout.GivenPayouts.payout;
import static io.quittance.application.payout.GivenPayouts.told;
import static io.quittance.application.payout.GivenPayouts.turnedAway;
import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.NumberedOrdersContract;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Payouts} promises. */
public interface PayoutsContract extends NumberedOrdersContract<Payout, PayoutId, OutTradeNo> {
    @Override
    default Payouts orders() {
        return store().payouts();
    }

    @Override
    default Payout order(MerchantId merchant, String number, String key) {
        return payout(merchant, number, key);
    }

    @Override
    default PayoutId number(String text) {
        return new PayoutId(text);
    }

    @Override
    default OutTradeNo key(String text) {
        return new OutTradeNo(text);
    }

    @Override
    default PayoutId number(Payout payout) {
        return payout.id();
    }

    @Override
    default OutTradeNo key(Payout payout) {
        return payout.order();
    }

    @Override
    default Instant made(Payout payout) {
        return payout.createdAt();
    }

    @Override
    default MerchantId merchant(Payout payout) {
        return payout.merchant();
    }

    @Override
    default ObjectRef about(Payout payout) {
        return ObjectRef.of(payout.id());
    }

    @Override
    default int mostInKey() {
        return OutTradeNo.MAX_CHARACTERS;
    }

    @Override
    default Payout made(Payout payout, Instant at) {
        return requested(payout, payout.trade(), at);
    }

    @Override
    default Optional<Payout> worth(Payout payout, Money amount) {
        return Optional.of(requested(payout, amount, payout.createdAt()));
    }

    private static Payout requested(Payout payout, Money amount, Instant at) {
        return Payout.requested(
                payout.id(),
                payout.merchant(),
                Given.account(payout.merchant()),
                payout.order(),
                amount,
                payout.particulars(),
                payout.notifyUrl(),
                at);
    }

    @Override
    default Payout moved(Payout payout, String what) {
        return told(payout, new State.Pending(Optional.of(new Heard(NOON, Optional.of(new SubStatus(what))))));
    }

    @Override
    default Payout numbered(Payout payout, String upstream) {
        return payout.numbered(new UpstreamTradeNo(upstream));
    }

    @Override
    default Payout ended(Payout payout) {
        return told(payout, new State.Succeeded(NOON));
    }

    @Override
    default List<Payout> becoming(Payout payout) {
        return Stream.of(
                        new State.Pending(Optional.empty()),
                        new State.Pending(Optional.of(new Heard(NOON.plusMillis(3), Optional.empty()))),
                        new State.Pending(
                                Optional.of(new Heard(NOON.plusMillis(7), Optional.of(new SubStatus("REVIEW"))))),
                        new State.Succeeded(NOON.plusMillis(7)),
                        new State.Failed(NOON.plusMillis(8), WHY, false),
                        new State.Failed(NOON.plusMillis(9), WHY, true),
                        new State.BouncedBack(Optional.empty(), NOON.plusMillis(10), Optional.empty()),
                        new State.BouncedBack(Optional.of(NOON), NOON.plusMillis(11), Optional.of(WHY)))
                .map(state -> told(payout, state))
                .toList();
    }

    @Override
    default String compared(String key) {
        return new OutTradeNo(key).key();
    }

    @Test
    default void takes_numbers_that_differ_in_the_case_of_their_letters_for_the_same() {
        Payout first = kept(payout(merchant(), unique(), "aB_" + unique()));
        OutTradeNo shouted = new OutTradeNo(first.order().value().toUpperCase(Locale.ROOT));

        assertEquals(
                new Added.Known<>(first), add(payout(first.merchant(), unique(), shouted.value())), "as it was first");

        assertEquals(Optional.of(first), orders().find(first.merchant(), shouted));
        assertEquals(Optional.of(first), store().answer(() -> orders().lock(first.merchant(), shouted)));
        assertEquals(List.of(first.merchant()), orders().owners(shouted, Optional.empty()));
        replace(turnedAway(first));
        store().perform(() -> orders().retire(first.id()));
        Payout second = payout(first.merchant(), unique(), shouted.value()).after(first);
        assertEquals(new Added.New<>(), add(second), "the number is free, however it is written");
        assertEquals(Optional.of(second), orders().find(first.merchant(), first.order()));
    }

    private Payout anew(Payout earlier) {
        return payout(earlier.merchant(), unique(), earlier.order().value());
    }

    @Test
    default void keeps_one_current_payout_under_a_number_and_every_retired_one() {
        Payout first = kept();
        replace(turnedAway(first));
        store().perform(() -> orders().retire(first.id()));
        Payout second = anew(first).after(first);

        assertEquals(new Added.New<>(), add(second));
        assertEquals(new Added.Known<>(second), add(anew(first)));
        assertEquals(Optional.of(second), orders().find(first.merchant(), first.order()));
        assertEquals(Optional.of(turnedAway(first)), orders().find(first.id()));

        replace(turnedAway(second));
        store().perform(() -> orders().retire(second.id()));
        store().perform(() -> orders().retire(first.id()));
        Payout third = anew(first).after(second);
        assertEquals(new Added.New<>(), add(third));
        assertEquals(List.of(first.merchant()), orders().owners(first.order(), Optional.empty()));
    }

    @Test
    default void says_whose_current_payouts_have_a_number() {
        Payout one = kept();
        Payout other = kept(payout(merchant(), unique(), one.order().value()));

        assertEquals(
                Stream.of(one.merchant(), other.merchant())
                        .sorted(Comparator.comparing(MerchantId::value))
                        .toList(),
                orders().owners(one.order(), Optional.empty()));
        assertEquals(List.of(), orders().owners(new OutTradeNo(unique()), Optional.empty()));
    }

    @Test
    default void names_first_who_has_the_payout_that_upstream_calls_so_and_last_who_has_another() {
        Payout otherwise = kept(payout(merchant(), unique(), unique()).numbered(new UpstreamTradeNo(unique())));
        String number = otherwise.order().value();
        Payout unknown = kept(payout(merchant(), unique(), number));
        UpstreamTradeNo upstream = new UpstreamTradeNo(unique());
        Payout meant = kept(payout(merchant(), unique(), number).numbered(upstream));

        assertEquals(
                List.of(meant.merchant(), unknown.merchant(), otherwise.merchant()),
                orders().owners(meant.order(), Optional.of(upstream)));
        assertEquals(
                unknown.merchant(),
                orders().owners(meant.order(), Optional.of(new UpstreamTradeNo(unique())))
                        .getFirst());
        assertEquals(
                unknown.merchant(),
                orders().owners(meant.order(), Optional.empty()).getFirst());
    }

    @Test
    default void lets_one_of_many_win_that_try_again_behind_one_turned_away() {
        Payout first = turnedAway(kept());
        replace(first);
        List<Payout> rivals =
                Stream.generate(() -> anew(first).after(first)).limit(8).toList();

        List<Added<Payout>> answers = AtOnce.all(
                rivals,
                rival -> store().answer(() -> {
                    orders().add(rival);
                    Payout current =
                            orders().lock(rival.merchant(), rival.order()).orElseThrow();
                    if (!current.freesItsNumber()) {
                        return new Added.Known<>(current);
                    }
                    orders().retire(current.id());
                    return orders().add(rival);
                }));

        assertEquals(1, answers.stream().filter(Added.New.class::isInstance).count());
    }
}
