package io.quittance.domain.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.capture.Capture.Report.Declined;
import io.quittance.domain.capture.Capture.Report.Processing;
import io.quittance.domain.capture.Capture.Report.Settled;
import io.quittance.domain.capture.Capture.State;
import io.quittance.domain.capture.Capture.Terms;
import io.quittance.domain.capture.CaptureEvent.CaptureFailed;
import io.quittance.domain.capture.CaptureEvent.CaptureSucceeded;
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

    private static final Capture PENDING =
            Capture.requested(new CaptureId("C1"), new MerchantId(1), new RequestId("R1"), ORDER, AMOUNT, true, NOON);
    private static final Capture SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Capture FAILED = in(new State.Failed(NOON, WHY));

    private static Capture in(State state) {
        return new Capture(
                PENDING.id(),
                PENDING.merchant(),
                PENDING.request(),
                ORDER,
                AMOUNT,
                true,
                NOON,
                Optional.empty(),
                state);
    }

    private static Settled settled() {
        return new Settled(Terms.UNSAID, LATER);
    }

    private static Declined declined() {
        return new Declined(Terms.UNSAID, LATER, new Failure("OTHER", "for another reason"));
    }

    private static Transition<Capture, CaptureEvent> refused(Capture current, String why) {
        return new Refused<>(current, why);
    }

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        Capture nowSucceeded = in(new State.Succeeded(LATER));
        Capture nowFailed = in(new State.Failed(LATER, new Failure("OTHER", "for another reason")));
        record Told(Capture capture, Report report) {}
        Map<Told, Transition<Capture, CaptureEvent>> table = new LinkedHashMap<>();
        table.put(new Told(PENDING, new Processing(Terms.UNSAID)), new Unmoved<>(PENDING));
        table.put(new Told(PENDING, settled()), new Moved<>(nowSucceeded, List.of(new CaptureSucceeded(nowSucceeded))));
        table.put(new Told(PENDING, declined()), new Moved<>(nowFailed, List.of(new CaptureFailed(nowFailed))));
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
            Terms terms = Terms.of(new OutTradeNo("o1"), AMOUNT);

            assertEquals(refused(PENDING, "another order"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_another_currency_of_the_same_amount() {
            Terms terms = Terms.of(ORDER, Money.of("100.50", "EUR"));

            assertEquals(refused(PENDING, "another currency"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_an_amount_that_differs_in_the_last_digit_kept() {
            Terms terms = Terms.of(ORDER, Money.of("100.50000001", "USD"));

            assertEquals(refused(PENDING, "another amount"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void refuses_an_amount_that_no_money_could_hold() {
            Terms terms = new Terms(Optional.empty(), Optional.of(new BigDecimal("100.500000001")), Optional.empty());

            assertEquals(refused(PENDING, "another amount"), PENDING.apply(new Settled(terms, LATER)));
        }

        @Test
        void names_the_order_before_the_currency_and_the_currency_before_the_amount() {
            Money other = Money.of("1", "EUR");

            assertEquals(
                    refused(PENDING, "another order"),
                    PENDING.apply(new Settled(Terms.of(new OutTradeNo("O2"), other), LATER)));
            assertEquals(
                    refused(PENDING, "another currency"), PENDING.apply(new Settled(Terms.of(ORDER, other), LATER)));
        }

        @Test
        void refuses_it_whatever_it_says_and_wherever_the_capture_stands() {
            Terms other = Terms.of(ORDER, Money.of("100.51", "USD"));
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
            Transition<Capture, CaptureEvent> unsaid = PENDING.apply(new Settled(Terms.UNSAID, LATER));

            assertEquals(unsaid, PENDING.apply(new Settled(Terms.of(ORDER, AMOUNT), LATER)));
        }

        @Test
        void takes_an_amount_for_the_same_that_is_written_with_more_or_fewer_zeros() {
            for (String text : List.of("100.5", "100.50", "100.5000000000", "0100.5")) {
                Terms terms = new Terms(Optional.empty(), Optional.of(new BigDecimal(text)), Optional.empty());
                assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(terms, LATER)), text);
            }
        }

        @Test
        void judges_each_term_that_is_said_alone() {
            Terms orderOnly = new Terms(Optional.of(ORDER), Optional.empty(), Optional.empty());
            Terms currencyOnly = new Terms(Optional.empty(), Optional.empty(), Optional.of(new Currency("USD")));
            Terms wrongCurrencyOnly = new Terms(Optional.empty(), Optional.empty(), Optional.of(new Currency("EUR")));

            assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(orderOnly, LATER)));
            assertEquals(PENDING.apply(settled()), PENDING.apply(new Settled(currencyOnly, LATER)));
            assertEquals(refused(PENDING, "another currency"), PENDING.apply(new Settled(wrongCurrencyOnly, LATER)));
        }
    }

    @Nested
    class Asked_for_again {
        @Test
        void is_the_same_when_the_amount_is_the_same_by_value() {
            assertTrue(PENDING.sameRequest(ORDER, Money.of("100.5", "USD"), true));
        }

        @Test
        void is_another_when_anything_differs() {
            assertFalse(PENDING.sameRequest(new OutTradeNo("o1"), AMOUNT, true));
            assertFalse(PENDING.sameRequest(ORDER, Money.of("100.51", "USD"), true));
            assertFalse(PENDING.sameRequest(ORDER, Money.of("100.50", "EUR"), true));
            assertFalse(PENDING.sameRequest(ORDER, AMOUNT, false));
        }

        @Test
        void is_the_same_also_once_it_has_ended() {
            assertTrue(SUCCEEDED.sameRequest(ORDER, AMOUNT, true));
        }
    }

    @Nested
    class Numbered_by_upstream {
        private final UpstreamCaptureNo first = new UpstreamCaptureNo("UP-1");

        @Test
        void keeps_the_first_number_that_it_learns() {
            Capture numbered = PENDING.numbered(first);

            assertEquals(Optional.of(first), numbered.upstreamNo());
            assertEquals(numbered, numbered.numbered(new UpstreamCaptureNo("UP-2")));
        }

        @Test
        void keeps_its_number_when_it_moves() {
            Capture next = in(new State.Succeeded(LATER)).numbered(first);

            assertEquals(
                    new Moved<Capture, CaptureEvent>(next, List.of(new CaptureSucceeded(next))),
                    PENDING.numbered(first).apply(settled()));
        }

        @Test
        void changes_in_nothing_else() {
            assertEquals(SUCCEEDED.state(), SUCCEEDED.numbered(first).state());
            assertEquals(Optional.empty(), PENDING.upstreamNo());
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
                () -> Capture.requested(
                        PENDING.id(), PENDING.merchant(), PENDING.request(), ORDER, AMOUNT, true, null));
    }
}
