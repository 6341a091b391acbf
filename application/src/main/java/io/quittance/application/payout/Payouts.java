package io.quittance.application.payout;

import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import java.util.List;

/**
 * Where payouts stand now. Under one number of a merchant one payout is current; those behind it were {@link #retire
 * retired} and are found by our own number only.
 */
public interface Payouts extends Orders<Payout, PayoutId, OutTradeNo> {
    /** Whose current payouts have that number. */
    List<MerchantId> owners(OutTradeNo order);

    /** Frees the number of a payout for the next try; its row stays. No effect if that was done before. */
    void retire(PayoutId id);
}
