package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.Report.Processing;
import io.quittance.domain.payout.Payout.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payout whose sub-status comes and goes")
class PayoutSubStatusTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Payout PENDING = Payout.requested(
            new PayoutId("T1"),
            new MerchantId(1),
            new AccountId(1),
            new OutTradeNo("O1"),
            Money.of("30", "PHP"),
            Particulars.NONE,
            Optional.empty(),
            NOON);
    private static final Optional<SubStatus> REVIEW = Optional.of(new SubStatus("REVIEW"));
    private static final Optional<SubStatus> TRANSMIT = Optional.of(new SubStatus("TRANSMIT"));

    private static Payout after(Report... reports) {
        Payout payout = PENDING;
        for (Report report : reports) {
            payout = payout.apply(report).after();
        }
        return payout;
    }

    private static Report says(Optional<SubStatus> sub, Instant at) {
        return new Processing(Statement.NOTHING, sub, at);
    }

    @Test
    void is_where_upstream_said_last_in_whichever_order_that_came() {
        List<Report> told = List.of(
                says(REVIEW, NOON),
                says(TRANSMIT, NOON.plusSeconds(1)),
                says(REVIEW, NOON.plusSeconds(2)),
                says(Optional.empty(), NOON.plusSeconds(3)));
        Payout end = in(REVIEW, NOON.plusSeconds(2));
        for (int first = 0; first < told.size(); first++) {
            for (int second = 0; second < told.size(); second++) {
                List<Report> order = new ArrayList<>(told);
                Collections.swap(order, 0, first);
                Collections.swap(order, 1, second);

                assertEquals(end, after(order.toArray(Report[]::new)), order.toString());
            }
        }
    }

    @Test
    void moves_each_time_that_it_changes() {
        Payout transmitted = after(says(REVIEW, NOON), says(TRANSMIT, LATER));

        Payout again = in(REVIEW, LATER.plusMillis(1));
        assertEquals(new Moved<>(again, List.of()), transmitted.apply(says(REVIEW, LATER.plusMillis(1))));
    }

    @Test
    void stays_for_what_was_said_before() {
        Payout transmitted = after(says(REVIEW, NOON), says(TRANSMIT, LATER));

        assertEquals(new Unmoved<>(transmitted), transmitted.apply(says(REVIEW, NOON)));
    }

    @Test
    void does_not_depend_on_the_order_of_what_was_said_at_once() {
        assertEquals(after(says(REVIEW, NOON), says(TRANSMIT, NOON)), after(says(TRANSMIT, NOON), says(REVIEW, NOON)));
    }

    private static Payout in(Optional<SubStatus> sub, Instant at) {
        return new Payout(
                PENDING.id(),
                PENDING.merchant(),
                PENDING.account(),
                PENDING.order(),
                PENDING.attempt(),
                PENDING.trade(),
                PENDING.legs(),
                PENDING.particulars(),
                PENDING.notifyUrl(),
                PENDING.createdAt(),
                PENDING.upstreamNo(),
                new State.Pending(Optional.of(new Heard(at, sub))));
    }
}
