package io.quittance.application.authorization;

import io.quittance.application.account.Holder;
import io.quittance.application.lifecycle.Added;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Payments under the lock of their order: first the order, as for what is asked of it, then the payment. */
public final class LockedPayments {
    private final Payments payments;
    private final Holds holds;
    private final PaymentIds ids;

    public LockedPayments(Payments payments, Holds holds, PaymentIds ids) {
        this.payments = Objects.requireNonNull(payments, "payments");
        this.holds = Objects.requireNonNull(holds, "holds");
        this.ids = Objects.requireNonNull(ids, "ids");
    }

    /** Reads without any lock: whether the merchant has such a payment, through that account. */
    boolean knows(Holder holder, OutTradeNo order) {
        return payments.find(holder.merchant().id(), order)
                .filter(payment -> payment.account().equals(holder.account().id()))
                .isPresent();
    }

    /** The payment of that order, made if need be; empty if it is new and the terms are too few to make one. */
    Optional<Payment> lockOrMake(Holder holder, OutTradeNo order, Terms terms, Instant now) {
        MerchantId merchant = holder.merchant().id();
        holds.lock(merchant, order);
        return payments.lock(merchant, order).or(() -> make(holder, order, terms, now));
    }

    private Optional<Payment> make(Holder holder, OutTradeNo order, Terms terms, Instant now) {
        if (terms.currency().isEmpty() || terms.amount().filter(Money::fits).isEmpty()) {
            return Optional.empty();
        }
        Money amount = new Money(terms.amount().get(), terms.currency().get());
        Payment made = Payment.awaited(
                ids.next(), holder.merchant().id(), holder.account().id(), order, amount, terms.mode(), now);
        return Optional.of(
                switch (payments.add(made)) {
                    case Added.New() -> made;
                    case Added.Known(var earlier) -> earlier;
                    case Added.NumberTaken() ->
                        throw new IllegalStateException("payment number " + made.id() + " was given twice");
                });
    }
}
