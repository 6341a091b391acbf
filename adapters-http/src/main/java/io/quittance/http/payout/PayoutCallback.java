package io.quittance.http.payout;

import io.quittance.application.lifecycle.Settled;
import io.quittance.application.payout.SettlePayout;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The result of a payout, in the enveloped form. PayerMax "disbursementResultNotifyUrl". */
@Singleton
public final class PayoutCallback implements Callback {
    private final Senders senders;
    private final SettlePayout settlePayout;
    private final InstantSource clock;

    public PayoutCallback(SignedSenders senders, SettlePayout settlePayout, InstantSource clock) {
        this.senders = senders;
        this.settlePayout = settlePayout;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PayoutCallbackPaths.ENVELOPED;
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(PayoutWire.NOTIFY_TYPE);
    }

    @Override
    public Set<String> marks() {
        return Set.of("tradeNo", "trade");
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        SettlePayout.Told told = PayoutWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        return settlePayout.settle(notification.candidates(), told.by(notification.of(this, told.message())));
    }
}
