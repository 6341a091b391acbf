package io.quittance.application.authorization;

import io.quittance.application.authorization.InMemoryAuthorizations.Key;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the payments' table. */
public final class InMemoryPayments implements Payments {
    private final Memory memory;
    private final Rows<String, Payment> payments;
    private final Rows<Key, PaymentId> numbers;

    public InMemoryPayments(Memory memory) {
        this.memory = memory;
        payments = Rows.of(memory);
        numbers = new Rows<>(memory, Key.ORDER);
    }

    @Override
    public Optional<Payment> add(Payment payment) {
        return memory.within(() -> {
            Optional<Payment> earlier = find(payment.merchant(), payment.order());
            if (earlier.isPresent()) {
                return earlier;
            }
            if (find(payment.id()).isPresent()) {
                throw new IllegalStateException("payment number " + payment.id() + " was given twice");
            }
            payments.put(payment.id().value(), payment);
            numbers.put(Key.of(payment.merchant(), payment.order()), payment.id());
            return Optional.empty();
        });
    }

    @Override
    public Optional<Payment> find(MerchantId merchant, OutTradeNo order) {
        return memory.read(() -> numbers.get(Key.of(merchant, order)).flatMap(this::find));
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return memory.read(() -> payments.get(id.value()));
    }

    @Override
    public Optional<Payment> lock(MerchantId merchant, OutTradeNo order) {
        return memory.within(() -> find(merchant, order));
    }

    @Override
    public void replace(Payment next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no payment " + next.id()));
            payments.put(next.id().value(), next);
            return next;
        });
    }

    /** All of them, whoever's. */
    public Stream<Payment> all() {
        return payments.all();
    }
}
