package io.quittance.http.south;

import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.paymentlink.LinkNotificationWire;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who paid by a link. PayerMax PayByLink, "Updates &amp; Callbacks". */
@Singleton
public final class PaymentLinkCallback implements Callback {
    /** The first part of its path. */
    public static final String NAME = "payLinkResultNotifyUrl";

    private static final Logger LOG = LoggerFactory.getLogger(PaymentLinkCallback.class);

    private final SettlePaymentLink settlePaymentLink;

    public PaymentLinkCallback(SettlePaymentLink settlePaymentLink) {
        this.settlePaymentLink = settlePaymentLink;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(LinkNotificationWire.NOTIFY_TYPE);
    }

    @Override
    public Bytes take(Notification notification) throws Refusal {
        SettlePaymentLink.Told told =
                LinkNotificationWire.read(notification.message(), notification.raw(), notification.keyId());
        switch (settlePaymentLink.settle(notification.candidates(), told)) {
            case RECORDED, KNOWN_ALREADY -> {}
            case CONTRADICTED -> warn(notification, "contradicts what we hold");
            case UNUSABLE -> warn(notification, "is of a link that we do not know and cannot make");
        }
        return Envelope.ACKNOWLEDGEMENT;
    }

    /** It is acknowledged, so nobody else will ever tell of it again. */
    private static void warn(Notification notification, String why) {
        LOG.warn(
                "a payment link's notification for {} {}: kept as a discrepancy",
                notification.candidates().getFirst().app(),
                why);
    }
}
