package io.quittance.http.south;

import io.quittance.application.authorization.RelayPayment;
import io.quittance.domain.text.Bytes;
import io.quittance.http.authorization.PaymentWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of a payment, at either of the addresses that the documents name for it: C19. */
final class PaymentCallback implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentCallback.class);

    private final String name;
    private final RelayPayment relayPayment;
    private final InstantSource clock;

    PaymentCallback(String name, RelayPayment relayPayment, InstantSource clock) {
        this.name = name;
        this.relayPayment = relayPayment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(PaymentWire.NOTIFY_TYPE);
    }

    @Override
    public Bytes take(Notification notification) throws Refusal {
        RelayPayment.Told told =
                PaymentWire.read(notification.message(), notification.raw(), notification.keyId(), clock.instant());
        switch (relayPayment.relay(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY -> {}
            case CONTRADICTED -> warn(notification, "contradicts what was told before");
            case UNUSABLE -> warn(notification, "leaves out whose it is or how much");
        }
        return Envelope.ACKNOWLEDGEMENT;
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Notification notification, String why) {
        LOG.warn(
                "a payment's notification for {} {}: kept as a discrepancy",
                notification.candidates().getFirst().app(),
                why);
    }
}
