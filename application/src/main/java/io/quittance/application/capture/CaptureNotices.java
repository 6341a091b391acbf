package io.quittance.application.capture;

import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** The words in which a merchant is told of a capture's result. Pure: no clock, no network. */
@FunctionalInterface
public interface CaptureNotices {
    /** The exact bytes to send, {@code notifyTime} included. */
    Bytes notice(Merchant merchant, CaptureEvent event, Instant at);
}
