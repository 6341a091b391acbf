package io.quittance.http.south;

import io.quittance.application.authorization.SettleCancel;
import io.quittance.domain.text.Bytes;
import io.quittance.http.authorization.CancelWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of a cancel. PayerMax "cancelResultNotifyUrl". */
@Singleton
public final class CancelCallback implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(CancelCallback.class);

    private final SettleCancel settleCancel;
    private final InstantSource clock;

    public CancelCallback(SettleCancel settleCancel, InstantSource clock) {
        this.settleCancel = settleCancel;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cancelResultNotifyUrl";
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(CancelWire.NOTIFY_TYPE);
    }

    @Override
    public Bytes take(Notification notification) throws Refusal {
        SettleCancel.Told told = CancelWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        switch (settleCancel.settle(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY -> {}
            case CONTRADICTED -> warn(notification, "contradicts what we hold");
            case UNUSABLE -> warn(notification, "is of a cancel that we do not know and cannot make");
        }
        return Envelope.ACKNOWLEDGEMENT;
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Notification notification, String why) {
        LOG.warn(
                "a cancel's notification for {} {}: kept as a discrepancy",
                notification.candidates().getFirst().app(),
                why);
    }
}
