package io.quittance.domain.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.authorization.PaymentEvent.PaymentEnded;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import io.quittance.domain.text.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A payment")
class PaymentTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Failure WHY = new Failure("PAYMENT_FAILED", "no");
    private static final Bytes DETAILS = Bytes.utf8("{}");
    private static final TradeToken TOKEN = new TradeToken("T1");
    private static final Terms UNSAID = new Terms(Optional.empty(), Optional.empty(), Mode.UNSAID, Optional.empty());

    private static final Payment AWAITED = Payment.awaited(
            new PaymentId("P1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("O1"),
            Money.of("100.50", "USD"),
            Mode.MANUAL,
            NOON);
    private static final Payment SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Payment FAILED = in(new State.Failed(NOON, WHY));
    private static final Payment CLOSED = in(new State.Closed(NOON, WHY));

    private static Payment in(State state) {
        return in(Mode.MANUAL, Optional.empty(), state);
    }

    private static Payment in(Mode mode, Optional<TradeToken> token, State state) {
        return new Payment(
                AWAITED.id(),
                AWAITED.merchant(),
                AWAITED.account(),
                AWAITED.order(),
                AWAITED.amount(),
                mode,
                NOON,
                token,
                Proceeds.UNSAID,
                state);
    }

    private static Report.Paid paid(Terms terms) {
        return new Report.Paid(terms, LATER, DETAILS);
    }

    private static Report.Declined declined(Terms terms) {
        return new Report.Declined(terms, LATER, WHY, DETAILS);
    }

    private static Report.Shut shut(Terms terms) {
        return new Report.Shut(terms, LATER, WHY, DETAILS);
    }

    private static Transition<Payment, PaymentEvent> moved(State state) {
        return new Moved<>(in(state), List.of(new PaymentEnded(in(state), DETAILS)));
    }

    private static Transition<Payment, PaymentEvent> refused(Payment current, String why) {
        return new Refused<>(current, why);
    }

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        record Told(Payment payment, Report report) {}
        Map<Told, Transition<Payment, PaymentEvent>> table = new LinkedHashMap<>();
        table.put(new Told(AWAITED, paid(UNSAID)), moved(new State.Succeeded(LATER)));
        table.put(new Told(AWAITED, declined(UNSAID)), moved(new State.Failed(LATER, WHY)));
        table.put(new Told(AWAITED, shut(UNSAID)), moved(new State.Closed(LATER, WHY)));
        table.put(new Told(SUCCEEDED, paid(UNSAID)), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, declined(UNSAID)), refused(SUCCEEDED, "already succeeded"));
        table.put(new Told(SUCCEEDED, shut(UNSAID)), refused(SUCCEEDED, "already succeeded"));
        table.put(new Told(FAILED, paid(UNSAID)), refused(FAILED, "already failed"));
        table.put(new Told(FAILED, declined(UNSAID)), new Unmoved<>(FAILED));
        table.put(new Told(FAILED, shut(UNSAID)), refused(FAILED, "already failed"));
        table.put(new Told(CLOSED, paid(UNSAID)), refused(CLOSED, "already closed"));
        table.put(new Told(CLOSED, declined(UNSAID)), refused(CLOSED, "already closed"));
        table.put(new Told(CLOSED, shut(UNSAID)), new Unmoved<>(CLOSED));

        table.forEach((told, expected) -> assertEquals(expected, told.payment().apply(told.report()), told.toString()));

        assertEquals(
                State.class.getPermittedSubclasses().length * Report.class.getPermittedSubclasses().length,
                table.size());
    }

    @Nested
    class Refuses {
        private final Payment known = in(Mode.MANUAL, Optional.of(TOKEN), new State.Succeeded(NOON));

        private void assertRefused(String why, Terms terms) {
            for (Report report : List.of(paid(terms), declined(terms), shut(terms))) {
                assertEquals(refused(known, why), known.apply(report));
            }
        }

        @Test
        void another_amount() {
            assertRefused(
                    "another amount",
                    new Terms(Optional.of(new BigDecimal("100.51")), Optional.empty(), Mode.UNSAID, Optional.empty()));
        }

        @Test
        void another_currency() {
            assertRefused(
                    "another currency",
                    new Terms(Optional.empty(), Optional.of(new Currency("EUR")), Mode.UNSAID, Optional.empty()));
        }

        @Test
        void another_capture_mode() {
            assertRefused(
                    "another capture mode",
                    new Terms(Optional.empty(), Optional.empty(), Mode.AUTOMATIC, Optional.empty()));
        }

        @Test
        void another_payment_of_the_same_order() {
            assertRefused(
                    "another payment of that order",
                    new Terms(Optional.empty(), Optional.empty(), Mode.MANUAL, Optional.of(new TradeToken("T2"))));
        }
    }

    @Nested
    class Learns {
        @Test
        void its_number_and_its_mode_from_whoever_says_them_first() {
            Payment vague = in(Mode.UNSAID, Optional.empty(), new State.Succeeded(NOON));
            Terms more = new Terms(
                    Optional.of(new BigDecimal("100.5000")),
                    Optional.of(new Currency("USD")),
                    Mode.MANUAL,
                    Optional.of(TOKEN));

            assertEquals(
                    new Unmoved<>(in(Mode.MANUAL, Optional.of(TOKEN), new State.Succeeded(NOON))),
                    vague.apply(paid(more)));
        }

        @Test
        void its_fee_from_whoever_says_it_first() {
            Terms cheap = costing("1.25");
            Terms dear = costing("9");

            Payment told = new Payment(
                    SUCCEEDED.id(),
                    SUCCEEDED.merchant(),
                    SUCCEEDED.account(),
                    SUCCEEDED.order(),
                    SUCCEEDED.amount(),
                    SUCCEEDED.mode(),
                    NOON,
                    SUCCEEDED.token(),
                    cheap.proceeds(),
                    SUCCEEDED.state());

            assertEquals(new Unmoved<>(told), SUCCEEDED.apply(paid(cheap)));
            assertEquals(new Unmoved<>(told), told.apply(paid(dear)));
            assertEquals(new Unmoved<>(told), told.apply(paid(UNSAID)));
        }

        private static Terms costing(String fee) {
            return new Terms(
                    Optional.empty(),
                    Optional.empty(),
                    Mode.UNSAID,
                    Optional.empty(),
                    Proceeds.fee(Optional.of(Money.of(fee, "USD"))));
        }
    }

    @Nested
    class Is_an_authorization {
        @Test
        void when_it_succeeded_and_is_to_be_captured_by_hand() {
            assertEquals(
                    Optional.of(new Authorization(
                            AWAITED.merchant(),
                            AWAITED.account(),
                            AWAITED.order(),
                            Optional.empty(),
                            Money.of("100.50", "USD"),
                            NOON,
                            Hold.OPEN)),
                    SUCCEEDED.authorization());
        }

        @Test
        void and_not_otherwise() {
            State succeeded = new State.Succeeded(NOON);
            for (Payment other : List.of(
                    AWAITED,
                    FAILED,
                    CLOSED,
                    in(Mode.UNSAID, Optional.empty(), succeeded),
                    in(Mode.AUTOMATIC, Optional.empty(), succeeded))) {
                assertEquals(Optional.empty(), other.authorization(), other.toString());
            }
        }
    }
}
