package io.quittance.application.payout;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import java.util.List;
import java.util.Optional;

/** For whom a message may be that names no merchant, as the legacy callback does. */
@FunctionalInterface
public interface FindRecipients {
    /**
     * Groups of merchants, the likeliest first: those who have that order, those in the legacy dialect, all.
     *
     * @param order what the message is about, not verified yet; empty if it does not say
     */
    List<List<Merchant>> of(Optional<OutTradeNo> order);
}
