package io.quittance.application.authorization;

import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;

/** Where payments stand that upstream told of; one for each order of a merchant. */
public interface Payments extends Orders<Payment, PaymentId, OutTradeNo> {}
