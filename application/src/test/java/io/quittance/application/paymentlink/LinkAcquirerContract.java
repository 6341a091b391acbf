package io.quittance.application.paymentlink;

import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.AcquirerContract;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import java.time.Duration;

/** {@link AcquirerContract} of who makes links. */
public interface LinkAcquirerContract extends AcquirerContract<PaymentLink, Said> {
    LinkAcquirer acquirer();

    @Override
    default PaymentLink order() {
        return Given.link(holder().merchant().id());
    }

    /** The same link with another offer. */
    static PaymentLink offering(PaymentLink order, Offer offer) {
        return order.renewed(offer, Given.NOON, Duration.ofHours(1), Given.NOON);
    }

    @Override
    default Answer<Said> pass(PaymentLink order) {
        return acquirer().create(holder(), order);
    }

    @Override
    default boolean has(Said said) {
        return said instanceof Said.Has;
    }

    @Override
    default boolean hadAlready(Said said) {
        return said instanceof Said.HadAlready;
    }
}
