package io.quittance.application.payout;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.util.List;
import java.util.Optional;

/** For whom a message may be that names no merchant, as the legacy callback does. */
@FunctionalInterface
public interface FindRecipients {
    /**
     * Groups of merchants, the likeliest first, and so within the first: those who have that order ({@link Payouts#owners}),
     * those in the legacy dialect, all.
     *
     * @param order what the message is about, not verified yet; empty if it does not say
     * @param upstream what upstream calls it, as little verified
     */
    List<List<Merchant>> of(Optional<OutTradeNo> order, Optional<UpstreamTradeNo> upstream);
}
