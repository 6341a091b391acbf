package io.quittance.application.payout;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.repair.End;
import io.quittance.application.repair.Endable;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.Statement;
import java.time.Instant;
import java.util.Optional;

/** Payouts as a person ends them: as if upstream had told the end and nothing else. One that came back is told by upstream. */
public final class PayoutsByHand implements Endable<Payout, PayoutEvent> {
    private final Payouts payouts;
    private final Moves<Payout, PayoutEvent> moves;

    public PayoutsByHand(Payouts payouts, Moves<Payout, PayoutEvent> moves) {
        this.payouts = payouts;
        this.moves = moves;
    }

    @Override
    public ObjectRef.Kind kind() {
        return ObjectRef.Kind.PAYOUT;
    }

    @Override
    public Optional<Payout> lock(ObjectRef about) {
        return payouts.lock(about.payoutId());
    }

    @Override
    public MerchantId merchant(Payout payout) {
        return payout.merchant();
    }

    @Override
    public AccountId account(Payout payout) {
        return payout.account();
    }

    @Override
    public Transition<Payout, PayoutEvent> ended(Payout payout, End end, Instant at) {
        return payout.apply(
                switch (end) {
                    case End.Success() -> new Report.Settled(Statement.NOTHING, at);
                    case End.Failed(var why) -> new Report.Declined(Statement.NOTHING, at, why);
                });
    }

    @Override
    public Moves<Payout, PayoutEvent> moves() {
        return moves;
    }
}
