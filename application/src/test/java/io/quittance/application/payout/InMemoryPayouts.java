package io.quittance.application.payout;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
                        Payout::ended,
                        Payout::createdAt));
    }

    @Override
    public List<MerchantId> owners(OutTradeNo order, Optional<UpstreamTradeNo> upstream) {
        return current()
                .filter(payout -> payout.order().same(order))
                .sorted(Comparator.comparing((Payout payout) -> rank(payout.upstreamNo(), upstream))
                        .thenComparing(payout -> payout.merchant().value()))
                .map(Payout::merchant)
                .toList();
    }

    private static int rank(Optional<UpstreamTradeNo> known, Optional<UpstreamTradeNo> told) {
        if (known.isEmpty()) {
            return 1;
        }
        return known.equals(told) ? 0 : 2;
    }

    @Override
    public void retire(PayoutId id) {
        forget(id);
    }
}
