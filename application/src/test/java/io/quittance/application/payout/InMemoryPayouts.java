package io.quittance.application.payout;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import java.util.List;

/** The twin of the payouts' table. */
public final class InMemoryPayouts extends InMemoryOrders<Payout, PayoutId, OutTradeNo> implements Payouts {
    public InMemoryPayouts(Memory memory) {
        super(
                memory,
                new Shape<>(
                        Payout::id,
                        Payout::merchant,
                        Payout::order,
                        OutTradeNo::key,
                        payout -> payout.upstreamNo().map(no -> new Upstream(payout.account(), no.value())),
                        Payout::ended));
    }

    @Override
    public List<MerchantId> owners(OutTradeNo order) {
        return current()
                .filter(payout -> payout.order().same(order))
                .map(Payout::merchant)
                .toList();
    }

    @Override
    public void retire(PayoutId id) {
        forget(id);
    }
}
