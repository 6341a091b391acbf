package io.quittance.application.authorization;

import io.quittance.domain.authorization.PaymentId;

/** Numbers for payments that we hear of. */
@FunctionalInterface
public interface PaymentIds {
    /** A number that was never given before, by this or any other instance. */
    PaymentId next();
}
