package io.quittance.domain.authorization;

import io.quittance.domain.text.Bytes;

/** Something that a merchant must hear about a payment. It holds the payment as it was then. */
public sealed interface PaymentEvent {
    Payment payment();

    /** @param details all that upstream said, ready to be passed on */
    record PaymentEnded(Payment payment, Bytes details) implements PaymentEvent {}
}
