package io.quittance.bootstrap.documents;

import static java.util.Map.entry;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.Report.Declined;
import io.quittance.domain.authorization.Payment.Report.Paid;
import io.quittance.domain.authorization.Payment.Report.Shut;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The states of a payment")
class PaymentStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Failure WHY = new Failure("PAYMENT_FAILED", "");
    private static final Bytes DETAILS = Bytes.utf8("{}");
    private static final Terms SAME = terms("", "", Mode.MANUAL, "T1");

    private static final Payment NEW = Payment.awaited(
            new PaymentId("PA1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("o1"),
            Money.of("30", "USD"),
            Mode.MANUAL,
            NOW);

    private static final Map<String, Payment> STATES = StateTable.columns(
            entry("new", NEW),
            entry("SUCCESS", after(new Paid(SAME, NOW, DETAILS))),
            entry("FAILED", after(new Declined(SAME, NOW, WHY, DETAILS))),
            entry("CLOSED", after(new Shut(SAME, NOW, WHY, DETAILS))));

    /** An empty text is left out. */
    private static Terms terms(String amount, String currency, Mode mode, String token) {
        return new Terms(
                said(amount).map(BigDecimal::new),
                said(currency).map(Currency::new),
                mode,
                said(token).map(TradeToken::new));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(told -> !told.isEmpty());
    }

    private static List<Report> each(Terms terms) {
        return List.of(
                new Paid(terms, NOW, DETAILS),
                new Declined(terms, NOW, WHY, DETAILS),
                new Shut(terms, NOW, WHY, DETAILS));
    }

    private static Payment after(Report report) {
        return NEW.apply(report).after();
    }

    private static String name(Payment payment) {
        return switch (payment.state()) {
            case State.Awaited _ -> "new";
            case State.Succeeded _ -> "SUCCESS";
            case State.Failed _ -> "FAILED";
            case State.Closed _ -> "CLOSED";
        };
    }

    @Test
    void and_what_each_report_does_stand_on_its_page() {
        StateTable.complete(
                State.class, STATES.values().stream().map(Payment::state).toList());
        StateTable.complete(Report.class, each(SAME));

        new StateTable<>(STATES, PaymentStatesTest::name)
                .row("SUCCESS", each(SAME).subList(0, 1), Payment::apply)
                .row("FAILED", each(SAME).subList(1, 2), Payment::apply)
                .row("CLOSED", each(SAME).subList(2, 3), Payment::apply)
                .isShownOn("protocol/payment-notification.md");
    }

    @Test
    void and_what_a_report_with_other_terms_does_stand_on_its_page() {
        Map<String, Payment> known = new LinkedHashMap<>(STATES);
        known.remove("new");

        new StateTable<>(known, PaymentStatesTest::name)
                .row("any, with another amount", each(terms("31", "", Mode.MANUAL, "")), Payment::apply)
                .row("any, in another currency", each(terms("", "EUR", Mode.MANUAL, "")), Payment::apply)
                .row("any, with another `captureMode`", each(terms("", "", Mode.AUTOMATIC, "")), Payment::apply)
                .row("any, with another `tradeToken`", each(terms("", "", Mode.UNSAID, "T2")), Payment::apply)
                .isShownOn("protocol/payment-notification.md");
    }
}
