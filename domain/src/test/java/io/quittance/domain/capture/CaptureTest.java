package io.quittance.domain.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Report.Declined;
import io.quittance.domain.capture.Operation.Report.Processing;
import io.quittance.domain.capture.Operation.Report.Settled;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A capture")
class CaptureTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Failure WHY = new Failure("ISSUER_PAYMENT_REJECTED", "The issuer says no");
    private static final OutTradeNo ORDER = new OutTradeNo("O1");
    private static final Money AMOUNT = Money.of("100.50", "USD");

    private static final Capture PENDING = asked(ORDER, AMOUNT, true);
    private static final Capture SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Capture FAILED = in(new State.Failed(NOON, WHY));

    private static Capture in(State state) {
        return in(state, Optional.empty());
    }

    private static Capture in(State state, Optional<UpstreamNo> number) {
        return new Capture(PENDING.id(), PENDING.asked(), AMOUNT, true, number, state);
    }

    private static Capture asked(OutTradeNo order, Money amount, boolean last) {
        return Capture.requested(
                new CaptureId("C1"),
                new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), order, NOON),
                amount,
                last);
    }

    private static Terms terms(OutTradeNo order, Money amount) {
        return new Terms(
                Optional.empty(), Optional.of(order), Optional.of(amount.amount()), Optional.of(amount.currency()));
    }

    private static Terms numbered(UpstreamNo number) {
        return new Terms(Optional.of(number), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Settled settled() {
        return new Settled(Terms.UNSAID, LATER);
    }

    private static Declined declined() {
        return new Declined(Terms.UNSAID, LATER, new Failure("OTHER", "for another reason"));
    }

    private static Transition<Operation, OperationEnded> refused(Capture current, String why) {
        return new Refused<>(current, why);
    }

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        Capture nowSucceeded = in(new State.Succeeded(LATER));
        Capture nowFailed = in(new State.Failed(LATER, new Failure("OTHER", "for another reason")));
        record Told(Capture capture, Report report) {}
        Map<Told, Transition<Operation, OperationEnded>> table = new LinkedHashMap<>();
        table.put(new Told(PENDING, new Processing(Terms.UNSAID)), new Unmoved<>(PENDING));
        table.put(new Told(PENDING, settled()), new Moved<>(nowSucceeded, List.of(new OperationEnded(nowSucceeded))));
        table.put(new Told(PENDING, declined()), new Moved<>(nowFailed, List.of(new OperationEnded(nowFailed))));
        table.put(new Told(SUCCEEDED, new Processing(Terms.UNSAID)), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, settled()), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, declined()), refused(SUCCEEDED, "already succeeded"));
        table.put(new Told(FAILED, new Processing(Terms.UNSAID)), new Unmoved<>(FAILED));
        table.put(new Told(FAILED, settled()), refused(FAILED, "already failed"));
        table.put(new Told(FAILED, declined()), new Unmoved<>(FAILED));

        table.forEach((told, expected) -> assertEquals(expected, told.capture().apply(told.report()), told.toString()));

        assertEquals(
                State.class.getPermittedSubclasses().length * Report.class.getPermittedSubclasses().length,
                table.size());
    }

    @Nested
    class Whose_report_contradicts_its_terms {
        @Test
        void refuses_another_order() {
            Terms terms = terms(new OutTradeNo("O2"), AMOUNT);

            assertEquals(refused(PENDING, "another order"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_another_currency_of_the_same_amount() {
            Terms terms = terms(ORDER, Money.of("100.50", "EUR"));

            assertEquals(refused(PENDING, "another currency"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_an_amount_that_differs_in_the_last_digit_kept() {
            Terms terms = terms(ORDER, Money.of("100.50000001", "USD"));

            assertEquals(refused(PENDING, "another amount"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_an_amount_that_no_money_could_hold() {
            Terms terms = new Terms(
                    Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("100.500000001")), Optional.empty());

            assertEquals(refused(PENDING, "another amount"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void names_the_order_before_the_currency_and_the_currency_before_the_amount() {
            Money other = Money.of("1", "EUR");

            assertEquals(
                    refused(PENDING, "another order"),
                    PENDING.apply(new Settled(terms(new OutTradeNo("O2"), other), LATER)));
            assertEquals(refused(PENDING, "another currency"), PENDING.apply(new Settled(terms(ORDER, other), LATER)));
        }

        @Test
        void refuses_it_whatever_it_says_and_wherever_the_capture_stands() {
            Terms other = terms(ORDER, Money.of("100.51", "USD"));
            List<Report> reports =
                    List.of(new Processing(other), new Settled(other, LATER), new Declined(other, LATER, WHY));

            for (Capture capture : List.of(PENDING, SUCCEEDED, FAILED)) {
                reports.forEach(report -> assertEquals(refused(capture, "another amount"), capture.apply(report)));
            }
        }
    }

    @Nested
    class Whose_report_repeats_its_terms {
        @Test
        void moves_when_all_are_as_agreed() {
            Transition<Operation, OperationEnded> unsaid = PENDING.apply(new Settled(Terms.UNSAID, LATER));

            assertEquals(unsaid, PENDING.apply(new Settled(terms(ORDER, AMOUNT), LATER)));
        }

        @Test
        void takes_an_amount_for_the_same_that_is_written_with_more_or_fewer_zeros() {
            for (String text : List.of("100.5", "100.50", "100.5000000000", "0100.5")) {
                Terms terms = new Terms(
                        Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(text)), Optional.empty());
                assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(terms, LATER)), text);
            }
        }

        @Test
        void judges_each_term_that_is_said_alone() {
            Terms orderOnly = new Terms(Optional.empty(), Optional.of(ORDER), Optional.empty(), Optional.empty());
            Terms currencyOnly =
                    new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Currency("USD")));
            Terms wrongCurrencyOnly =
                    new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Currency("EUR")));

            assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(orderOnly, LATER)));
            assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(currencyOnly, LATER)));
            assertEquals(refused(PENDING, "another currency"), PENDING.apply(new Settled(wrongCurrencyOnly, LATER)));
        }
    }

    @Nested
    class Asked_for_again {
        @Test
        void is_the_same_when_the_amount_is_the_same_by_value() {
            assertTrue(PENDING.sameRequest(asked(ORDER, Money.of("100.5", "USD"), true)));
        }

        @Test
        void is_another_when_anything_differs() {
            assertFalse(PENDING.sameRequest(asked(new OutTradeNo("O2"), AMOUNT, true)));
            assertFalse(PENDING.sameRequest(asked(ORDER, Money.of("100.51", "USD"), true)));
            assertFalse(PENDING.sameRequest(asked(ORDER, Money.of("100.50", "EUR"), true)));
            assertFalse(PENDING.sameRequest(asked(ORDER, AMOUNT, false)));
        }

        @Test
        void is_the_same_also_once_it_has_ended() {
            assertTrue(SUCCEEDED.sameRequest(asked(ORDER, AMOUNT, true)));
        }
    }

    @Nested
    class Numbered_by_upstream {
        private final UpstreamNo first = new UpstreamNo("UP-1");
        private final Capture numbered = in(new State.Pending(), Optional.of(first));

        @Test
        void learns_its_number_from_whatever_is_told_first() {
            Capture ended = in(new State.Succeeded(LATER), Optional.of(first));

            assertEquals(new Unmoved<>(numbered), PENDING.apply(new Processing(numbered(first))));
            assertEquals(
                    new Moved<Operation, OperationEnded>(ended, List.of(new OperationEnded(ended))),
                    PENDING.apply(new Settled(numbered(first), LATER)));
            assertEquals(
                    new Unmoved<>(in(SUCCEEDED.state(), Optional.of(first))),
                    SUCCEEDED.apply(new Settled(numbered(first), LATER)));
        }

        @Test
        void keeps_the_first_number_that_it_learns() {
            assertEquals(
                    numbered,
                    numbered.apply(new Processing(numbered(new UpstreamNo("UP-2"))))
                            .after());
        }

        @Test
        void refuses_whatever_is_told_under_another_number_wherever_it_stands() {
            Terms other = numbered(new UpstreamNo("UP-2"));
            List<Report> reports =
                    List.of(new Processing(other), new Settled(other, LATER), new Declined(other, LATER, WHY));

            for (State state : List.of(PENDING.state(), SUCCEEDED.state(), FAILED.state())) {
                Capture capture = in(state, Optional.of(first));
                reports.forEach(
                        report -> assertEquals(refused(capture, "another number upstream"), capture.apply(report)));
            }
        }

        @Test
        void believes_what_is_told_under_no_number() {
            assertEquals(new Unmoved<>(numbered), numbered.apply(new Processing(Terms.UNSAID)));
        }

        @Test
        void names_another_number_before_all_else() {
            Terms other = new Terms(
                    Optional.of(new UpstreamNo("UP-2")),
                    Optional.of(new OutTradeNo("O2")),
                    Optional.empty(),
                    Optional.empty());

            assertEquals(refused(numbered, "another number upstream"), numbered.apply(new Settled(other, LATER)));
        }

        @Test
        void keeps_its_number_when_it_moves() {
            Capture next = in(new State.Succeeded(LATER), Optional.of(first));

            assertEquals(
                    new Moved<Operation, OperationEnded>(next, List.of(new OperationEnded(next))),
                    numbered.apply(settled()));
        }
    }

    @Test
    void has_ended_once_it_succeeded_or_failed() {
        assertFalse(PENDING.ended());
        assertTrue(SUCCEEDED.ended());
        assertTrue(FAILED.ended());
    }

    @Test
    void has_no_part_that_is_missing() {
        assertThrows(
                NullPointerException.class,
                () -> new Asked(PENDING.merchant(), PENDING.account(), PENDING.request(), ORDER, null));
        assertThrows(NullPointerException.class, () -> Capture.requested(PENDING.id(), PENDING.asked(), null, true));
    }
}
