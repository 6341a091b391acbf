package io.quittance.application.paymentlink;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of a link that was paid. Pure: no clock, no network. */
@FunctionalInterface
public interface PaymentLinkNotices {
    /** The exact bytes to send, {@code notifyTime} included. */
    Bytes notice(Merchant merchant, PaymentLinkEvent event, Instant at);
}
