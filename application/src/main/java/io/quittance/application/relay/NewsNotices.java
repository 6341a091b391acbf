package io.quittance.application.relay;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;

/** The words in which a merchant is told what we do not understand. Pure: no clock, no network. */
@FunctionalInterface
public interface NewsNotices {
    /** The exact bytes to send: all that upstream said, addressed to the merchant. */
    Bytes notice(Merchant merchant, Bytes told);
}
