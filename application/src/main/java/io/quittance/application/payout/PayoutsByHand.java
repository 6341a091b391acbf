package io.quittance.application.payout;

import io.quittance.application.lifecycle.Moves;
import io.quittance.application.repair.End;
import io.quittance.application.repair.Endable;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.Statement;
import java.time.Instant;

/** Payouts as a person ends them: as if upstream had told the end and nothing else. One that came back is told by upstream. */
public final class PayoutsByHand {
    private PayoutsByHand() {}

    public static Endable<Payout, PayoutEvent> of(FollowedOrders<Payout> payouts, Moves<Payout, PayoutEvent> moves) {
        return new Endable<>(payouts, moves, PayoutsByHand::ended);
    }

    private static Transition<Payout, PayoutEvent> ended(Payout payout, End end, Instant at) {
        return payout.apply(
                switch (end) {
                    case End.Success() -> new Report.Settled(Statement.NOTHING, at);
                    case End.Failed(var why) -> new Report.Declined(Statement.NOTHING, at, why);
                });
    }
}
