package io.quittance.bootstrap.documents;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Report.Declined;
import io.quittance.domain.capture.Operation.Report.Processing;
import io.quittance.domain.capture.Operation.Report.Settled;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The states of a capture and a cancel")
class OperationStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Failure WHY = new Failure("PAYMENT_FAILED", "");
    private static final Terms NUMBERED = terms("UP-1", "", "", "");
    private static final Asked ASKED =
            new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo("o1"), NOW);
    private static final Operation CAPTURE = Capture.requested(new CaptureId("C1"), ASKED, Money.of("30", "USD"), true);
    private static final Operation CANCEL = Cancel.requested(new CancelId("C1"), ASKED);

    /** An empty text is left out. */
    private static Terms terms(String number, String order, String amount, String currency) {
        return new Terms(
                said(number).map(UpstreamNo::new),
                said(order).map(OutTradeNo::new),
                said(amount).map(BigDecimal::new),
                said(currency).map(Currency::new));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(told -> !told.isEmpty());
    }

    private static List<Report> each(Terms terms) {
        return List.of(new Processing(terms), new Settled(terms, NOW), new Declined(terms, NOW, WHY));
    }

    private static Map<String, Operation> states(Operation pending) {
        return StateTable.columns(
                entry("PENDING", pending.apply(each(NUMBERED).get(0)).after()),
                entry("SUCCESS", pending.apply(each(NUMBERED).get(1)).after()),
                entry("FAILED", pending.apply(each(NUMBERED).get(2)).after()));
    }

    private static String name(Operation operation) {
        return switch (operation.state()) {
            case State.Pending _ -> "PENDING";
            case State.Succeeded _ -> "SUCCESS";
            case State.Failed _ -> "FAILED";
        };
    }

    private static StateTable<Operation> table(Operation pending) {
        StateTable.complete(
                State.class,
                states(pending).values().stream().map(Operation::state).toList());
        StateTable.complete(Report.class, each(Terms.UNSAID));
        return new StateTable<>(states(pending), OperationStatesTest::name)
                .row("PENDING", each(Terms.UNSAID).subList(0, 1), Operation::apply)
                .row("SUCCESS", each(Terms.UNSAID).subList(1, 2), Operation::apply)
                .row("FAILED", each(Terms.UNSAID).subList(2, 3), Operation::apply)
                .row("any, under another number of upstream's", each(terms("UP-2", "", "", "")), Operation::apply)
                .row("any, about another authorized order", each(terms("", "o2", "", "")), Operation::apply);
    }

    @Test
    void are_the_same_table_for_both_and_stand_on_the_page_of_each() {
        assertEquals(table(CAPTURE).toString(), table(CANCEL).toString());

        table(CANCEL).isShownOn("protocol/cancel-notification.md");
        table(CAPTURE)
                .row("any, with another amount", each(terms("", "", "31", "")), Operation::apply)
                .row("any, in another currency", each(terms("", "", "", "EUR")), Operation::apply)
                .isShownOn("protocol/capture-notification.md");
    }
}
