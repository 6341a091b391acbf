package io.quittance.domain.paymentlink;

/** Something that a merchant must hear about a link. It holds the link as it was then. */
public sealed interface PaymentLinkEvent {
    PaymentLink link();

    record LinkPaid(PaymentLink link, LinkTransaction by) implements PaymentLinkEvent {}
}
