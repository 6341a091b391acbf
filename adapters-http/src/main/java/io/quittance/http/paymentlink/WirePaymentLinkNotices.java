package io.quittance.http.paymentlink;

import io.quittance.application.paymentlink.PaymentLinkNotices;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.paymentlink.PaymentLinkEvent.LinkPaid;
import io.quittance.domain.text.Bytes;
import io.quittance.http.paymentlink.LinkNotificationWire.Payment;
import java.time.Instant;

/** Tells a merchant who paid, in the words of the page "Updates &amp; Callbacks", under our ids. */
public final class WirePaymentLinkNotices implements PaymentLinkNotices {
    @Override
    public Bytes notice(Merchant merchant, PaymentLinkEvent event, Instant at) {
        return switch (event) {
            case LinkPaid(var link, var by) ->
                LinkNotificationWire.write(merchant.app(), merchant.no(), at, Payment.of(link, by, at));
        };
    }
}
