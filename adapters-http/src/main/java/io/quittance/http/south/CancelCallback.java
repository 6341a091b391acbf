package io.quittance.http.south;

import io.quittance.application.authorization.SettleCancel;
import io.quittance.application.lifecycle.Settled;
import io.quittance.http.authorization.CancelWire;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The result of a cancel. PayerMax "cancelResultNotifyUrl". */
@Singleton
public final class CancelCallback implements Callback {
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
    public Settled take(Notification notification) throws Refusal {
        SettleCancel.Told told = CancelWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return settleCancel.settle(notification.candidates(), told);
    }
}
