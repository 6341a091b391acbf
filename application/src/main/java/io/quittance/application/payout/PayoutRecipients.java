package io.quittance.application.payout;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.util.List;
import java.util.Optional;

/** Looks up the merchants that a payout's message may be for. */
public final class PayoutRecipients implements FindRecipients {
    private final Payouts payouts;
    private final Merchants merchants;

    public PayoutRecipients(Payouts payouts, Merchants merchants) {
        this.payouts = payouts;
        this.merchants = merchants;
    }

    @Override
    public List<List<Merchant>> of(Optional<OutTradeNo> order, Optional<UpstreamTradeNo> upstream) {
        List<Merchant> all = merchants.all();
        List<Merchant> knowing = order.map(number -> payouts.owners(number, upstream)).orElse(List.of()).stream()
                .flatMap(id -> merchants.byId(id).stream())
                .toList();
        List<Merchant> legacy = all.stream()
                .filter(one -> one.payoutDialect() == PayoutDialect.LEGACY)
                .toList();
        return List.of(knowing, legacy, all);
    }
}
