package io.quittance.http.south;

import io.quittance.application.capture.SettleCapture;
import io.quittance.domain.text.Bytes;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of a capture. PayerMax "Capture Notifications", both versions. */
@Singleton
public final class CaptureCallback implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureCallback.class);

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
    public Bytes take(Notification notification) throws Refusal {
        SettleCapture.Told told = CaptureWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        switch (settleCapture.settle(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY -> {}
            case CONTRADICTED -> warn(notification, "contradicts what we hold");
            case UNUSABLE -> warn(notification, "is of a capture that we do not know and cannot make");
        }
        return Envelope.ACKNOWLEDGEMENT;
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Notification notification, String why) {
        LOG.warn(
                "a capture's notification for {} {}: kept as a discrepancy",
                notification.candidates().getFirst().app(),
                why);
    }
}
