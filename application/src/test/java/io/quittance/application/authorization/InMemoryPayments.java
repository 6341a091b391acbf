package io.quittance.application.authorization;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;
import java.util.Optional;

/** The twin of the payments' table. */
public final class InMemoryPayments extends InMemoryOrders<Payment, PaymentId, OutTradeNo> implements Payments {
    public InMemoryPayments(Memory memory) {
        super(
                memory,
                new Shape<>(
                        Payment::id,
                        Payment::merchant,
                        Payment::order,
                        OutTradeNo::key,
                        _ -> Optional.empty(),
                        payment -> !(payment.state() instanceof State.Awaited),
                        Payment::createdAt));
    }
}
