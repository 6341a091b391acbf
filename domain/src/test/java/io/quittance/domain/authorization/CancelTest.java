package io.quittance.domain.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.authorization.Cancel.Report;
import io.quittance.domain.authorization.Cancel.Report.Declined;
import io.quittance.domain.authorization.Cancel.Report.Processing;
import io.quittance.domain.authorization.Cancel.Report.Settled;
import io.quittance.domain.authorization.Cancel.State;
import io.quittance.domain.authorization.CancelEvent.CancelFailed;
import io.quittance.domain.authorization.CancelEvent.CancelSucceeded;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
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
    private static final Optional<OutTradeNo> UNSAID = Optional.empty();
    private static final Cancel PENDING =
            Cancel.requested(new CancelId("N1"), new MerchantId(1), new RequestId("R1"), ORDER, NOON);
    private static final Cancel SUCCEEDED = in(new State.Succeeded(NOON));
    private static final Cancel FAILED = in(new State.Failed(NOON, WHY));

    private static Cancel in(State state) {
        return new Cancel(
                PENDING.id(), PENDING.merchant(), PENDING.request(), ORDER, NOON, PENDING.upstreamNo(), state);
    }

    private static Transition<Cancel, CancelEvent> refused(Cancel current, String why) {
        return new Refused<>(current, why);
    }

    @Test
    void has_an_answer_in_every_state_to_every_report() {
        Settled settled = new Settled(UNSAID, LATER);
        Declined declined = new Declined(UNSAID, LATER, WHY);
        Cancel nowSucceeded = in(new State.Succeeded(LATER));
        Cancel nowFailed = in(new State.Failed(LATER, WHY));
        record Told(Cancel cancel, Report report) {}
        Map<Told, Transition<Cancel, CancelEvent>> table = new LinkedHashMap<>();
        table.put(new Told(PENDING, new Processing(UNSAID)), new Unmoved<>(PENDING));
        table.put(new Told(PENDING, settled), new Moved<>(nowSucceeded, List.of(new CancelSucceeded(nowSucceeded))));
        table.put(new Told(PENDING, declined), new Moved<>(nowFailed, List.of(new CancelFailed(nowFailed))));
        table.put(new Told(SUCCEEDED, new Processing(UNSAID)), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, settled), new Unmoved<>(SUCCEEDED));
        table.put(new Told(SUCCEEDED, declined), refused(SUCCEEDED, "already succeeded"));
        table.put(new Told(FAILED, new Processing(UNSAID)), new Unmoved<>(FAILED));
        table.put(new Told(FAILED, settled), refused(FAILED, "already failed"));
        table.put(new Told(FAILED, declined), new Unmoved<>(FAILED));

        table.forEach((told, expected) -> assertEquals(expected, told.cancel().apply(told.report()), told.toString()));
    }

    @Test
    void refuses_every_report_about_another_order() {
        Optional<OutTradeNo> other = Optional.of(new OutTradeNo("O2"));
        for (Cancel cancel : List.of(PENDING, SUCCEEDED, FAILED)) {
            for (Report report :
                    List.of(new Processing(other), new Settled(other, LATER), new Declined(other, LATER, WHY))) {
                assertEquals(refused(cancel, "another order"), cancel.apply(report));
            }
        }
    }

    @Test
    void keeps_the_first_number_that_upstream_gives_it() {
        Cancel numbered = PENDING.numbered(new UpstreamCancelNo("UP-1"));

        assertEquals(Optional.of(new UpstreamCancelNo("UP-1")), numbered.upstreamNo());
        assertEquals(numbered, numbered.numbered(new UpstreamCancelNo("UP-2")));
    }

    @Test
    void knows_its_own_request_again() {
        assertTrue(PENDING.sameRequest(ORDER));
        assertFalse(PENDING.sameRequest(new OutTradeNo("o1")));
    }

    @Test
    void has_ended_once_it_succeeded_or_failed() {
        assertFalse(PENDING.ended());
        assertTrue(SUCCEEDED.ended());
        assertTrue(FAILED.ended());
    }
}
