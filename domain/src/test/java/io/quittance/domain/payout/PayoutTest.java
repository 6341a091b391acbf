package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.Report.Declined;
import io.quittance.domain.payout.Payout.Report.Processing;
import io.quittance.domain.payout.Payout.Report.Returned;
import io.quittance.domain.payout.Payout.Report.Settled;
import io.quittance.domain.payout.Payout.Report.TurnedAway;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutEvent.PayoutBouncedBack;
import io.quittance.domain.payout.PayoutEvent.PayoutFailed;
import io.quittance.domain.payout.PayoutEvent.PayoutSucceeded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payout")
class PayoutTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Failure WHY = new Failure("INVALID_ACCOUNT", "no such account");
    private static final Money TRADE = Money.of("30", "PHP");
    private static final Optional<SubStatus> REVIEW = Optional.of(new SubStatus("REVIEW"));

    private static final Payout PENDING = Payout.requested(
            new PayoutId("T1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("O1"),
            TRADE,
            Particulars.asked(Optional.of("mine"), Optional.empty(), Optional.empty()),
            Optional.empty(),
            NOON);
    private static final Payout TAKEN = in(heard(Optional.empty(), NOON));
    private static final Payout IN_REVIEW = in(heard(REVIEW, LATER));
    private static final Payout SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Payout FAILED = in(new State.Failed(NOON, WHY, false));
    private static final Payout TURNED_AWAY = in(new State.Failed(NOON, WHY, true));
    private static final Payout BOUNCED = in(new State.BouncedBack(Optional.of(NOON), LATER, Optional.of(WHY)));

    private static final Report PROCESSING = new Processing(Statement.NOTHING, Optional.empty(), NOON);
    private static final Report REVIEWED = new Processing(Statement.NOTHING, REVIEW, LATER);
    private static final Report SETTLED = new Settled(Statement.NOTHING, LATER);
    private static final Report DECLINED = new Declined(Statement.NOTHING, LATER, WHY);
    private static final Report RETURNED = new Returned(Statement.NOTHING, Optional.empty(), LATER, Optional.of(WHY));
    private static final Report REFUSED = new TurnedAway(LATER, WHY);
    private static final List<Report> ALL = List.of(PROCESSING, REVIEWED, SETTLED, DECLINED, RETURNED, REFUSED);

    private static State heard(Optional<SubStatus> subStatus, Instant at) {
        return new State.Pending(Optional.of(new Heard(at, subStatus)));
    }

    private static Payout in(State state) {
        return with(PENDING, state);
    }

    private static Payout with(Payout payout, State state) {
        return new Payout(
                payout.id(),
                payout.merchant(),
                payout.account(),
                payout.order(),
                payout.attempt(),
                payout.trade(),
                payout.legs(),
                payout.particulars(),
                payout.notifyUrl(),
                payout.createdAt(),
                payout.upstreamNo(),
                state);
    }

    private static Transition<Payout, PayoutEvent> succeeded(Payout next) {
        return new Moved<>(next, List.of(new PayoutSucceeded(next)));
    }

    private static Transition<Payout, PayoutEvent> failed(Payout next) {
        return new Moved<>(next, List.of(new PayoutFailed(next)));
    }

    private static Transition<Payout, PayoutEvent> bounced(Payout next) {
        return new Moved<>(next, List.of(new PayoutBouncedBack(next)));
    }

    private static Transition<Payout, PayoutEvent> stays(Payout payout) {
        return new Unmoved<>(payout);
    }

    private static Transition<Payout, PayoutEvent> refuses(Payout payout, String why) {
        return new Refused<>(payout, why);
    }

    /** Each state with each report, in the order of {@link #ALL}. */
    private static Map<Payout, List<Transition<Payout, PayoutEvent>>> table() {
        Map<Payout, List<Transition<Payout, PayoutEvent>>> table = new LinkedHashMap<>();
        Payout paid = in(new State.Succeeded(LATER));
        Payout refusedLater = in(new State.Failed(LATER, WHY, false));
        Payout turnedAwayLater = in(new State.Failed(LATER, WHY, true));
        Payout back = in(new State.BouncedBack(Optional.empty(), LATER, Optional.of(WHY)));
        for (Payout pending : List.of(PENDING, TAKEN, IN_REVIEW)) {
            table.put(
                    pending,
                    List.of(
                            stays(pending == PENDING ? TAKEN : pending),
                            pending == IN_REVIEW ? stays(IN_REVIEW) : new Moved<>(IN_REVIEW, List.of()),
                            succeeded(paid),
                            failed(refusedLater),
                            bounced(back),
                            pending == PENDING
                                    ? failed(turnedAwayLater)
                                    : refuses(pending, "upstream has taken it already")));
        }
        table.put(
                SUCCEEDED,
                List.of(
                        stays(SUCCEEDED),
                        stays(SUCCEEDED),
                        stays(SUCCEEDED),
                        refuses(SUCCEEDED, "already succeeded"),
                        bounced(BOUNCED),
                        refuses(SUCCEEDED, "already succeeded")));
        for (Payout failed : List.of(FAILED, TURNED_AWAY)) {
            table.put(
                    failed,
                    List.of(
                            stays(failed),
                            stays(failed),
                            refuses(failed, "already failed"),
                            stays(failed),
                            refuses(failed, "already failed"),
                            stays(failed)));
        }
        table.put(
                BOUNCED,
                List.of(
                        stays(BOUNCED),
                        stays(BOUNCED),
                        stays(BOUNCED),
                        refuses(BOUNCED, "already bounced back"),
                        stays(BOUNCED),
                        refuses(BOUNCED, "already bounced back")));
        return table;
    }

    @Test
    void has_an_answer_to_every_report_in_every_state() {
        table().forEach((payout, answers) -> {
            for (int i = 0; i < ALL.size(); i++) {
                assertEquals(answers.get(i), payout.apply(ALL.get(i)), payout.state() + " and " + ALL.get(i));
            }
        });
        assertEquals(
                Report.class.getPermittedSubclasses().length,
                ALL.stream().map(Object::getClass).distinct().count());
    }

    @Nested
    class That_bounced_back_before_anybody_told_of_its_success {
        private final Payout back = in(new State.BouncedBack(Optional.empty(), LATER, Optional.empty()));

        @Test
        void learns_when_it_was_paid_and_announces_nothing() {
            Payout known = in(new State.BouncedBack(Optional.of(NOON), LATER, Optional.empty()));

            assertEquals(stays(known), back.apply(new Settled(Statement.NOTHING, NOON)));
        }
    }

    @Nested
    class Whose_trade_is_told_otherwise {
        private static Statement trade(String amount, String currency) {
            return new Statement(
                    new Legs(Leg.of(Sum.of(Money.of(amount, currency))), Leg.UNSAID, Leg.UNSAID), Particulars.NONE);
        }

        @Test
        void refuses_another_amount_or_currency_in_every_state() {
            for (Payout payout : table().keySet()) {
                assertEquals(
                        refuses(payout, "another amount"), payout.apply(new Settled(trade("30.01", "PHP"), LATER)));
                assertEquals(
                        refuses(payout, "another currency"),
                        payout.apply(new Processing(trade("30", "USD"), Optional.empty(), NOON)));
            }
        }

        @Test
        void takes_the_same_amount_however_it_is_written() {
            assertTrue(PENDING.apply(new Settled(trade("30.00", "PHP"), LATER)) instanceof Moved);
        }
    }

    @Nested
    class Numbered_by_upstream {
        private final Payout numbered = PENDING.numbered(new UpstreamTradeNo("UP-1"));

        @Test
        void keeps_the_first_number_that_it_learns() {
            assertEquals(numbered, numbered.numbered(new UpstreamTradeNo("UP-2")));
        }

        @Test
        void learns_it_from_a_report() {
            assertEquals(numbered.apply(SETTLED), PENDING.apply(Optional.of(new UpstreamTradeNo("UP-1")), SETTLED));
            assertEquals(numbered.apply(SETTLED), numbered.apply(Optional.of(new UpstreamTradeNo("UP-1")), SETTLED));
            assertEquals(numbered.apply(SETTLED), numbered.apply(Optional.empty(), SETTLED));
        }

        @Test
        void refuses_whatever_is_said_under_another_number() {
            for (Payout payout : table().keySet()) {
                Payout one = payout.numbered(new UpstreamTradeNo("UP-1"));
                for (Report report : ALL) {
                    assertEquals(
                            refuses(one, "another number upstream"),
                            one.apply(Optional.of(new UpstreamTradeNo("UP-2")), report));
                }
            }
        }

        @Test
        void was_taken_and_cannot_be_turned_away() {
            assertEquals(refuses(numbered, "upstream has taken it already"), numbered.apply(REFUSED));
        }
    }

    @Test
    void was_taken_as_soon_as_upstream_tells_anything_but_a_refusal() {
        assertFalse(PENDING.taken());
        assertFalse(TURNED_AWAY.taken());
        for (Payout payout : List.of(TAKEN, IN_REVIEW, SUCCEEDED, FAILED, BOUNCED)) {
            assertTrue(payout.taken(), payout.state().toString());
        }
        assertTrue(PENDING.numbered(new UpstreamTradeNo("UP-1")).taken());
    }

    @Test
    void frees_its_number_only_when_upstream_never_took_it() {
        for (Payout payout : table().keySet()) {
            assertEquals(
                    payout == TURNED_AWAY,
                    payout.freesItsNumber(),
                    payout.state().toString());
        }
    }

    @Test
    void counts_the_tries_under_one_number() {
        assertEquals(2, PENDING.after(TURNED_AWAY).attempt());
        assertEquals(PENDING.id(), PENDING.after(TURNED_AWAY).id());
        Payout none = in(new State.Pending(Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Payout(
                        none.id(),
                        none.merchant(),
                        none.account(),
                        none.order(),
                        0,
                        TRADE,
                        none.legs(),
                        none.particulars(),
                        none.notifyUrl(),
                        NOON,
                        none.upstreamNo(),
                        none.state()));
    }

    @Test
    void has_ended_once_it_is_pending_no_more() {
        assertFalse(IN_REVIEW.ended());
        for (Payout ended : List.of(SUCCEEDED, FAILED, TURNED_AWAY, BOUNCED)) {
            assertTrue(ended.ended());
        }
    }

    @Test
    void shows_nothing_personal() {
        assertFalse(PENDING.toString().contains("mine"));
    }
}
