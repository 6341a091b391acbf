package io.quittance.application.payout;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of a payout's result, in its dialect. Pure: no clock, no network. */
@FunctionalInterface
public interface PayoutNotices {
    /** The exact bytes to send, {@code notifyTime} included where the dialect has one. */
    Bytes notice(Merchant merchant, PayoutEvent event, Instant at);
}
