package io.quittance.application.paymentlink;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import java.util.Optional;

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
                        InMemoryPaymentLinks::upstream,
                        link -> !(link.state() instanceof State.Active),
                        PaymentLink::createdAt));
    }

    private static Optional<Upstream> upstream(PaymentLink link) {
        return link.opening() instanceof Opening.Opened(var number, var _)
                ? number.map(no -> new Upstream(link.account(), no.value()))
                : Optional.empty();
    }
}
