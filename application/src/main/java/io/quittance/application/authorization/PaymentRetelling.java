package io.quittance.application.authorization;

import io.quittance.application.authorization.RelayPayment.Told;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Payments told anew. */
public final class PaymentRetelling implements Retelling<Payment> {
    private final Payments payments;
    private final Rereading<Told> reader;

    public PaymentRetelling(Payments payments, Rereading<Told> reader) {
        this.payments = Objects.requireNonNull(payments, "payments");
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    @Override
    public Optional<Payment> begun(ObjectRef about) {
        return payments.find(new PaymentId(about.id())).map(payment -> in(payment, new State.Awaited()));
    }

    @Override
    public Heard<Payment> hear(Payment payment, Bytes raw, Instant at) throws NotUnderstood {
        return Heard.of(payment.apply(reader.read(raw, at).report()));
    }

    @Override
    public Payment standing(Payment payment, String state, Instant at) {
        return in(
                payment,
                switch (state) {
                    case "SUCCESS" -> new State.Succeeded(at);
                    case "FAILED" -> new State.Failed(at, new Failure("", ""));
                    case "CLOSED" -> new State.Closed(at, new Failure("", ""));
                    default -> new State.Awaited();
                });
    }

    @Override
    public String state(Payment payment) {
        return PaymentKind.name(payment);
    }

    private static Payment in(Payment payment, State state) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.account(),
                payment.order(),
                payment.amount(),
                payment.mode(),
                payment.createdAt(),
                payment.token(),
                payment.proceeds(),
                state);
    }
}
