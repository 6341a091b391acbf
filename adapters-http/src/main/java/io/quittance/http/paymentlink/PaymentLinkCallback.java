package io.quittance.http.paymentlink;

import io.quittance.application.lifecycle.Settled;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.http.south.Callback;
import io.quittance.http.south.Senders;
import io.quittance.http.south.SignedSenders;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Who paid by a link. PayerMax PayByLink, "Updates &amp; Callbacks". */
@Singleton
public final class PaymentLinkCallback implements Callback {
    /** The first part of its path. */
    public static final String NAME = "payLinkResultNotifyUrl";

    private final Senders senders;
    private final SettlePaymentLink settlePaymentLink;

    public PaymentLinkCallback(SignedSenders senders, SettlePaymentLink settlePaymentLink) {
        this.senders = senders;
        this.settlePaymentLink = settlePaymentLink;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Senders senders() {
        return senders;
    }

    @Override
    public Optional<String> notifyType() {
        return Optional.of(LinkNotificationWire.NOTIFY_TYPE);
    }

    @Override
    public Set<String> marks() {
        return Set.of("linkId", "merchantLinkId");
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Settled take(Notification notification) throws Refusal {
        SettlePaymentLink.Told told =
                LinkNotificationWire.read(notification.message(), notification.raw(), notification.keyId());
        return settlePaymentLink.settle(notification.candidates(), told.by(notification.of(this, told.message())));
    }
}
