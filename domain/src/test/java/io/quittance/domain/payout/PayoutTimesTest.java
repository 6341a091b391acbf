package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payout that upstream tells in whole seconds")
class PayoutTimesTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T12:00:08.621Z");
    private static final Instant SAME_SECOND = Instant.parse("2026-03-01T12:00:08Z");
    private static final Failure WHY = new Failure("INVALID_ACCOUNT", "no");
    private static final Payout PAYOUT = Payout.requested(
            new PayoutId("T1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("O1"),
            Money.of("30", "PHP"),
            Particulars.NONE,
            Optional.empty(),
            ASKED);

    private static Payout after(Report report) {
        return PAYOUT.apply(report).after();
    }

    @Test
    void keeps_what_was_told_and_shows_no_end_before_it_was_asked_for() {
        Payout paid = after(new Report.Settled(Statement.NOTHING, SAME_SECOND));
        Payout failed = after(new Report.Declined(Statement.NOTHING, SAME_SECOND, WHY));
        Payout back = after(new Report.Returned(
                Statement.NOTHING, Optional.of(SAME_SECOND.plusSeconds(5)), SAME_SECOND, Optional.empty()));

        assertEquals(new State.Succeeded(SAME_SECOND), paid.state());
        assertEquals(new State.Succeeded(ASKED), paid.shown().state());
        assertEquals(new State.Failed(ASKED, WHY, false), failed.shown().state());
        assertEquals(
                new State.BouncedBack(
                        Optional.of(SAME_SECOND.plusSeconds(5)), SAME_SECOND.plusSeconds(5), Optional.empty()),
                back.shown().state(),
                "it came back after it was paid");
        assertEquals(PAYOUT, PAYOUT.shown());
    }

    @Test
    void shows_no_funds_frozen_before_it_was_asked_for() {
        Particulars told = new Particulars(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(SAME_SECOND),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Payout paid = after(new Report.Settled(new Statement(Legs.UNSAID, told), SAME_SECOND));

        assertEquals(Optional.of(SAME_SECOND), paid.particulars().fundsFrozenAt());
        assertEquals(Optional.of(ASKED), paid.shown().particulars().fundsFrozenAt());
    }
}
