package io.quittance.http.capture;

import io.quittance.application.capture.CaptureNotices;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** Tells a merchant of its capture in the words of the page "Capture Notifications", under our numbers. */
public final class WireCaptureNotices implements CaptureNotices {
    @Override
    public Bytes notice(Merchant merchant, CaptureEvent event, Instant at) {
        return CaptureWire.Notification.write(merchant.app(), merchant.no(), at, CaptureFacts.of(event.capture()));
    }
}
