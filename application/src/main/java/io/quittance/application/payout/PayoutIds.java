package io.quittance.application.payout;

import io.quittance.domain.payout.PayoutId;

/** Numbers for new payouts. */
@FunctionalInterface
public interface PayoutIds {
    /** A number that was never given before, by this or any other instance. */
    PayoutId next();
}
