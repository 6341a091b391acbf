package io.quittance.application.authorization;

import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Optional;

/** Where payments stand that upstream told of. */
public interface Payments {
    /**
     * Keeps a new payment, unless this merchant's order is known; a unique key decides, whoever races.
     *
     * @return the payment that was known of that order, as it is now; empty if the given one was kept
     */
    Optional<Payment> add(Payment payment);

    Optional<Payment> find(MerchantId merchant, OutTradeNo order);

    Optional<Payment> find(PaymentId id);

    /** Reads for a decision: until the end of the transaction nobody else gets that payment. */
    Optional<Payment> lock(MerchantId merchant, OutTradeNo order);

    /** Keeps what a locked payment has become. @throws IllegalStateException if there is no such payment */
    void replace(Payment next);
}
