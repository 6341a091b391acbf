package io.quittance.application.authorization;

import io.quittance.domain.authorization.PaymentEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of a payment's result. Pure: no clock, no network. */
@FunctionalInterface
public interface PaymentNotices {
    /** The exact bytes to send, {@code notifyTime} included. */
    Bytes notice(Merchant merchant, PaymentEvent event, Instant at);
}
