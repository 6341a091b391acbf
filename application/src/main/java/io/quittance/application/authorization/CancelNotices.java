package io.quittance.application.authorization;

import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of a cancel's result. Pure: no clock, no network. */
@FunctionalInterface
public interface CancelNotices {
    /** The exact bytes to send, {@code notifyTime} included. */
    Bytes notice(Merchant merchant, CancelEvent event, Instant at);
}
