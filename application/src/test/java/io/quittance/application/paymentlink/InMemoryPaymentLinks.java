package io.quittance.application.paymentlink;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.State;

/** The twin of the links' tables. */
public final class InMemoryPaymentLinks extends InMemoryOrders<PaymentLink, LinkId, MerchantLinkId>
        implements PaymentLinks {
    public InMemoryPaymentLinks(Memory memory) {
        super(
                memory,
                new Shape<>(
                        PaymentLink::id,
                        PaymentLink::merchant,
                        PaymentLink::request,
                        link -> !(link.state() instanceof State.Active)));
    }
}
