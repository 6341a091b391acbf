package io.quittance.application.capture;

import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of an operation's result. Pure: no clock, no network. */
@FunctionalInterface
public interface OperationNotices {
    /** The exact bytes to send, {@code notifyTime} included. */
    Bytes notice(Merchant merchant, OperationEnded event, Instant at);
}
