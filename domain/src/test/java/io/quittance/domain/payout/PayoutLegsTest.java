package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.Report.Processing;
import io.quittance.domain.payout.Payout.Report.Returned;
import io.quittance.domain.payout.Payout.Report.Settled;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payout whose sides are told")
class PayoutLegsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Optional<SubStatus> REVIEW = Optional.of(new SubStatus("REVIEW"));
    private static final Payout PENDING = Payout.requested(
            new PayoutId("T1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("O1"),
            Money.of("30", "PHP"),
            Particulars.asked(Optional.of("mine"), Optional.empty(), Optional.empty()),
            Optional.empty(),
            NOON);
    private static final Leg DEBIT = Leg.of(Sum.of(Money.of("31", "PHP")));
    private static final Leg ARRIVED = Leg.of(Sum.of(Money.of("0.53", "USD")));
    private static final Leg BACK = Leg.of(Sum.of(Money.of("30.5", "PHP")));

    private static Statement said(Leg source, Leg destination) {
        return new Statement(new Legs(Leg.UNSAID, source, destination), Particulars.NONE);
    }

    private static Payout after(Payout payout, Report report) {
        return switch (payout.apply(report)) {
            case Moved(var next, var _) -> next;
            case Unmoved(var same) -> same;
            case Refused(var same, var _) -> same;
        };
    }

    @Test
    void keeps_what_a_move_leaves_out() {
        Payout known = after(PENDING, new Processing(said(DEBIT, Leg.UNSAID), Optional.empty(), NOON));

        Payout paid = after(known, new Settled(said(Leg.UNSAID, ARRIVED), LATER));

        assertEquals(new Legs(Leg.UNSAID, DEBIT, ARRIVED), paid.legs());
    }

    @Test
    void takes_the_returned_amount_from_the_bounce() {
        Payout paid = after(PENDING, new Settled(said(DEBIT, ARRIVED), NOON));

        Payout back = after(paid, new Returned(said(BACK, Leg.UNSAID), Optional.empty(), LATER, Optional.empty()));

        assertEquals(new Legs(Leg.UNSAID, BACK, ARRIVED), back.legs());
    }

    @Test
    void lets_late_news_fill_gaps_and_change_nothing() {
        Payout paid = after(PENDING, new Settled(said(DEBIT, Leg.UNSAID), NOON));

        Payout late = after(paid, new Processing(said(BACK, ARRIVED), REVIEW, NOON));

        assertEquals(new Legs(Leg.UNSAID, DEBIT, ARRIVED), late.legs());
        assertEquals(paid.state(), late.state());
    }

    @Test
    void returns_the_merchants_reference_whatever_upstream_says() {
        Statement other = new Statement(
                Legs.UNSAID, Particulars.asked(Optional.of("theirs"), Optional.of("x@example"), Optional.empty()));

        Payout paid = after(PENDING, new Settled(other, NOON));

        assertEquals(Optional.of("mine"), paid.particulars().reference());
        assertEquals(Optional.of("x@example"), paid.particulars().notifyEmail());
    }

    @Test
    void adds_up_rate_fee_and_tax_of_each_side_as_they_are_told() {
        Leg fee = new Leg(
                Optional.empty(), Optional.empty(), Optional.of(Sum.of(Money.of("1", "PHP"))), Optional.empty());

        assertEquals(DEBIT.amount(), fee.or(DEBIT).amount());
        assertEquals(fee.fee(), fee.or(DEBIT).fee());
    }
}
