package io.quittance.application.payout;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutEvent;
import java.time.Instant;
import java.util.Objects;

/** Payouts, as an order moves: each result is told in the merchant's dialect, where the request wants it. */
public final class PayoutKind implements OrderKind<Payout, PayoutEvent> {
    private final Payouts payouts;
    private final PayoutNotices notices;

    public PayoutKind(Payouts payouts, PayoutNotices notices) {
        this.payouts = Objects.requireNonNull(payouts, "payouts");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(Payout payout) {
        return ObjectRef.of(payout.id());
    }

    @Override
    public AccountId account(Payout payout) {
        return payout.account();
    }

    @Override
    public String state(Payout payout) {
        return name(payout);
    }

    /** A success may bounce back, but of that upstream tells by itself. */
    @Override
    public boolean ended(Payout payout) {
        return payout.ended();
    }

    @Override
    public boolean replace(Payout next) {
        return payouts.replace(next);
    }

    @Override
    public News news(Merchant merchant, PayoutEvent event, Instant at) {
        return new News(
                name(event.payout()),
                notices.notice(merchant, event, at),
                Dialect.of(merchant.payoutDialect()),
                event.payout().notifyUrl());
    }

    static String name(Payout payout) {
        return switch (payout.state()) {
            case Payout.State.Pending _ -> "PENDING";
            case Payout.State.Succeeded _ -> "SUCCESS";
            case Payout.State.Failed _ -> "FAILED";
            case Payout.State.BouncedBack _ -> "BOUNCEBACK";
        };
    }
}
