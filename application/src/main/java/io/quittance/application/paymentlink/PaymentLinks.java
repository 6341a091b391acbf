package io.quittance.application.paymentlink;

import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;

/** Where payment links stand now, with their transactions; one once kept is never taken away. */
public interface PaymentLinks extends Orders<PaymentLink, LinkId, MerchantLinkId> {}
