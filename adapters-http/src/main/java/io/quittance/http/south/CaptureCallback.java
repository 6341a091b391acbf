package io.quittance.http.south;

import io.quittance.application.capture.SettleCapture;
import io.quittance.domain.text.Bytes;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The result of a capture. PayerMax "Capture Notifications", both versions. */
@Singleton
public final class CaptureCallback implements Callback {
    private final SettleCapture settleCapture;
    private final InstantSource clock;

    public CaptureCallback(SettleCapture settleCapture, InstantSource clock) {
        this.settleCapture = settleCapture;
        this.clock = clock;
    }

    @Override
    public Bytes take(Notification notification) throws Refusal {
        SettleCapture.Told told = CaptureWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return switch (settleCapture.settle(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY, CONTRADICTED, UNUSABLE -> Envelope.ACKNOWLEDGEMENT;
        };
    }
}
