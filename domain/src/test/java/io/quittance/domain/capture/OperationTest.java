package io.quittance.domain.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report.Declined;
import io.quittance.domain.capture.Operation.Report.Settled;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An operation")
class OperationTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:08.621Z");
    private static final Instant SAME_SECOND = Instant.parse("2026-03-01T12:00:08Z");
    private static final Failure WHY = new Failure("CAPTURE_FAILED", "no");
    private static final Operation CAPTURE = of("Ord2");

    private static Operation of(String order) {
        Asked asked = new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo(order), ASKED);
        return Capture.requested(new CaptureId("C1"), asked, Money.of("1", "USD"), true);
    }

    @Test
    void that_upstream_tells_in_whole_seconds_is_kept_as_told_and_shown_after_it_was_asked_for() {
        Operation paid = CAPTURE.apply(new Settled(Terms.UNSAID, SAME_SECOND)).after();
        Operation failed =
                CAPTURE.apply(new Declined(Terms.UNSAID, SAME_SECOND, WHY)).after();

        assertEquals(new State.Succeeded(SAME_SECOND), paid.state());
        assertEquals(new State.Succeeded(ASKED), paid.shown());
        assertEquals(new State.Failed(ASKED, WHY), failed.shown());
        assertEquals(CAPTURE.state(), CAPTURE.shown());
    }

    @Test
    void of_an_order_is_of_that_order_however_its_number_is_written() {
        Terms shouted =
                new Terms(Optional.empty(), Optional.of(new OutTradeNo("ORD2")), Optional.empty(), Optional.empty());

        assertInstanceOf(Moved.class, CAPTURE.apply(new Settled(shouted, ASKED)));
        assertTrue(CAPTURE.sameRequest(of("oRD2")));
        assertEquals("Ord2", CAPTURE.order().toString());
    }
}
