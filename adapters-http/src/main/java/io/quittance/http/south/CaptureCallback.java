package io.quittance.http.south;

import io.quittance.application.capture.SettleCapture;
import io.quittance.application.lifecycle.Settled;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

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
    public String name() {
        return "captureResultNotifyUrl";
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(CaptureWire.NOTIFY_TYPE);
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        SettleCapture.Told told = CaptureWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return settleCapture.settle(notification.candidates(), told);
    }
}
