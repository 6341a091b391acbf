package io.quittance.domain.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;

@DisplayName("A cancel")
class CancelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Failure WHY = new Failure("ORDER_CLOSED", "no");
    private static final OutTradeNo ORDER = new OutTradeNo("O1");
    private static final Cancel PENDING = asked(ORDER);
    private static final Cancel SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Cancel FAILED = in(new State.Failed(NOON, WHY));

    private static Cancel in(State state) {
        return new Cancel(PENDING.id(), PENDING.asked(), Optional.empty(), state);
    }

    private static Cancel asked(OutTradeNo order) {
        return Cancel.requested(
                new CancelId("N1"), new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), order, NOON));
    }

    private static Terms numbered(String number) {
        return new Terms(Optional.of(new UpstreamNo(number)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Transition<Operation, OperationEnded> refused(Cancel current, String why) {
        return new Refused<>(current, why);
    }

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        Settled settled = new Settled(Terms.UNSAID, LATER);
        Declined declined = new Declined(Terms.UNSAID, LATER, WHY);
        Cancel nowSucceeded = in(new State.Succeeded(LATER));
        Cancel nowFailed = in(new State.Failed(LATER, WHY));
        record Told(Cancel cancel, Report report) {}
        Map<Told, Transition<Operation, OperationEnded>> table = new LinkedHashMap<>();
        table.put(new Told(PENDING, new Processing(Terms.UNSAID)), new Unmoved<>(PENDING));
        table.put(new Told(PENDING, settled), new Moved<>(nowSucceeded, List.of(new OperationEnded(nowSucceeded))));
        table.put(new Told(PENDING, declined), new Moved<>(nowFailed, List.of(new OperationEnded(nowFailed))));
        table.put(new Told(SUCCEEDED, new Processing(Terms.UNSAID)), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, settled), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, declined), refused(SUCCEEDED, "already succeeded"));
        table.put(new Told(FAILED, new Processing(Terms.UNSAID)), new Unmoved<>(FAILED));
        table.put(new Told(FAILED, settled), refused(FAILED, "already failed"));
        table.put(new Told(FAILED, declined), new Unmoved<>(FAILED));

        table.forEach((told, expected) -> assertEquals(expected, told.cancel().apply(told.report()), told.toString()));

        assertEquals(
                State.class.getPermittedSubclasses().length * Report.class.getPermittedSubclasses().length,
                table.size());
    }

    @Test
    void refuses_every_report_about_another_order() {
        Terms other =
                new Terms(Optional.empty(), Optional.of(new OutTradeNo("O2")), Optional.empty(), Optional.empty());
        for (Cancel cancel : List.of(PENDING, SUCCEEDED, FAILED)) {
            for (Report report :
                    List.of(new Processing(other), new Settled(other, LATER), new Declined(other, LATER, WHY))) {
                assertEquals(refused(cancel, "another order"), cancel.apply(report));
            }
        }
    }

    @Test
    void has_no_amount_that_a_report_could_contradict() {
        Terms amount = new Terms(
                Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE), Optional.of(new Currency("USD")));

        assertEquals(Optional.empty(), PENDING.collects());
        assertEquals(new Unmoved<>(PENDING), PENDING.apply(new Processing(amount)));
    }

    @Test
    void keeps_the_first_number_that_upstream_gives_it() {
        Operation numbered = PENDING.apply(new Processing(numbered("UP-1"))).after();

        assertEquals(Optional.of(new UpstreamNo("UP-1")), numbered.upstreamNo());
        assertEquals(
                new Refused<>(numbered, "another number upstream"),
                numbered.apply(new Settled(numbered("UP-2"), LATER)));
    }

    @Test
    void knows_its_own_request_again() {
        Capture capture = Capture.requested(new CaptureId("N1"), PENDING.asked(), Money.of("1", "USD"), true);

        assertTrue(PENDING.sameRequest(asked(ORDER)));
        assertTrue(PENDING.sameRequest(asked(new OutTradeNo("o1"))), "ADR 0023");
        assertFalse(PENDING.sameRequest(asked(new OutTradeNo("O2"))));
        assertFalse(PENDING.sameRequest(capture));
        assertFalse(capture.sameRequest(PENDING));
    }

    @Test
    void has_ended_once_it_succeeded_or_failed() {
        assertFalse(PENDING.ended());
        assertTrue(SUCCEEDED.ended());
        assertTrue(FAILED.ended());
    }
}
