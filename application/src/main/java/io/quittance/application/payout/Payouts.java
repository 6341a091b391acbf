package io.quittance.application.payout;

import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.util.List;
import java.util.Optional;

/**
 * Where payouts stand now. Under one number of a merchant one payout is current; those behind it were {@link #retire
 * retired} and are found by our own number only.
 */
public interface Payouts extends Orders<Payout, PayoutId, OutTradeNo> {
    /**
     * Whose current payouts have that number: first whose has this number upstream, then those of which upstream's number is
     * not known, then those that upstream calls otherwise; among these whoever was registered first.
     *
     * @param upstream what upstream calls the one that is meant; empty if it does not say
     */
    List<MerchantId> owners(OutTradeNo order, Optional<UpstreamTradeNo> upstream);

    /** Frees the number of a payout for the next try; its row stays. No effect if that was done before. */
    void retire(PayoutId id);
}
