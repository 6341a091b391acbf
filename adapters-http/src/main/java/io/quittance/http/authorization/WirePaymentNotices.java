package io.quittance.http.authorization;

import io.quittance.application.authorization.PaymentNotices;
import io.quittance.domain.authorization.PaymentEvent;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Instant;

/** Tells a merchant of its payment in the words of upstream, under the merchant's names with us. */
public final class WirePaymentNotices implements PaymentNotices {
    @Override
    public Bytes notice(Merchant merchant, PaymentEvent event, Instant at) {
        return switch (event) {
            case PaymentEvent.PaymentEnded(var payment, var details) ->
                PaymentWire.write(merchant.app(), merchant.no(), at, payment.state(), details);
        };
    }
}
