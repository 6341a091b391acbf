package io.quittance.http.authorization;

import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The result of a payment, at either of the addresses that the documents name for it: C19. */
final class PaymentCallback implements Callback {
    private final Senders senders;
    private final String name;
    private final RelayPayment relayPayment;
    private final InstantSource clock;

    PaymentCallback(SignedSenders senders, String name, RelayPayment relayPayment, InstantSource clock) {
        this.senders = senders;
        this.name = name;
        this.relayPayment = relayPayment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(PaymentWire.NOTIFY_TYPE);
    }

    @Override
    public Set<String> marks() {
        return Set.of("tradeToken");
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        RelayPayment.Told told = PaymentWire.read(
                notification.message(),
                notification.raw(),
                notification.keyId(),
                notification.call().flatMap(RelayId::of),
                clock.instant());
        return relayPayment.relay(notification.candidates(), told.by(notification.of(this, told.message())));
    }
}
