package io.quittance.http.capture;

import io.quittance.application.capture.SettleOperation;
import io.quittance.application.lifecycle.Settled;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The result of a capture or of a cancel. PayerMax "Capture Notifications", both versions, and "cancelResultNotifyUrl". */
public final class OperationCallback implements Callback {
    private final Senders senders;
    private final OperationPage page;
    private final SettleOperation settleOperation;
    private final InstantSource clock;

    public OperationCallback(
            SignedSenders senders, OperationPage page, SettleOperation settleOperation, InstantSource clock) {
        this.senders = senders;
        this.page = page;
        this.settleOperation = settleOperation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return page.callback();
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(page.notifyType());
    }

    @Override
    public Set<String> marks() {
        return Set.of(page.number());
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        SettleOperation.Told told = OperationWire.Notification.read(
                page, notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return settleOperation.settle(notification.candidates(), told.by(notification.of(this, told.message())));
    }
}
