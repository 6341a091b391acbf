package io.quittance.application.notification;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words of a test message: nobody can take them for news of an order. Pure: no clock, no network. */
@FunctionalInterface
public interface TestMessages {
    Bytes message(Merchant merchant, Dialect dialect, Instant at);
}
