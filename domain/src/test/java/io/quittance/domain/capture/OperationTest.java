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
import java.math.BigDecimal;
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

    @Test
    void goes_through_another_account_as_it_was_asked_for() {
        Asked there =
                new Asked(new MerchantId(1), new AccountId(2), new RequestId("R1"), new OutTradeNo("Ord2"), ASKED);
        Money amount = Money.of("1", "USD");

        Operation capture = CAPTURE.through(new AccountId(2));

        assertEquals(
                new Capture(new CaptureId("C1"), there, amount, true, Optional.empty(), new State.Pending()), capture);
        assertEquals(new AccountId(2), capture.account());
        assertEquals(new MerchantId(1), capture.merchant());
        assertEquals(new Operation.Key(Operation.Sort.CAPTURE, new RequestId("R1")), capture.key());
    }

    @Test
    void has_an_amount_where_a_report_says_one_that_can_be_kept() {
        assertEquals(Optional.of(Money.of("100.50", "USD")), told("100.5").money());
        assertEquals(Optional.empty(), told("0.000000001").money());
        assertEquals(Optional.empty(), Terms.UNSAID.money());
    }

    private static Terms told(String amount) {
        return new Terms(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(amount)),
                Optional.of(Money.of("1", "USD").currency()));
    }
}
