package io.quittance.http.south;

import io.quittance.application.payout.SettlePayout;
import io.quittance.domain.text.Bytes;
import io.quittance.http.payout.PayoutCallbackPaths;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The result of a payout, in the enveloped form. PayerMax "disbursementResultNotifyUrl". */
@Singleton
public final class PayoutCallback implements Callback {
    private final SettlePayout settlePayout;
    private final InstantSource clock;

    public PayoutCallback(SettlePayout settlePayout, InstantSource clock) {
        this.settlePayout = settlePayout;
        this.clock = clock;
    }

    @Override
    public String name() {
        return PayoutCallbackPaths.ENVELOPED;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(PayoutWire.NOTIFY_TYPE);
    }

    @Override
    public Bytes take(Notification notification) throws Refusal {
        SettlePayout.Told told = PayoutWire.Notification.read(
                notification.message(), notification.raw(), notification.keyId(), clock.instant());
        PayoutNews.take(settlePayout, notification, told);
        return Envelope.ACKNOWLEDGEMENT;
    }
}
