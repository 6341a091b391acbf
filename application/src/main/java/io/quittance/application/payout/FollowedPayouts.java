package io.quittance.application.payout;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.Payout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payouts under their own locks. */
public final class FollowedPayouts implements FollowedOrders<Payout> {
    private final Payouts payouts;

    public FollowedPayouts(Payouts payouts) {
        this.payouts = payouts;
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
    public boolean ended(Payout payout) {
        return payout.ended();
    }

    @Override
    public Duration overdueAfter() {
        return SubmitPayout.OVERDUE_AFTER;
    }

    @Override
    public List<ObjectRef> late(Instant madeUntil, int skip, int limit) {
        return payouts.late(madeUntil, skip, limit).stream().map(ObjectRef::of).toList();
    }

    @Override
    public boolean markOverdue(Payout payout, Instant now) {
        return payouts.markOverdue(payout.id(), now);
    }
}
