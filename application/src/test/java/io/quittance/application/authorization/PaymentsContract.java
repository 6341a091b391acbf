package io.quittance.application.authorization;

import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.OrdersContract;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Payments} promises. */
public interface PaymentsContract extends OrdersContract<Payment, PaymentId, OutTradeNo> {
    /** Settled to the last decimal that is kept, in another currency than the fee, which is nothing. */
    Proceeds PROCEEDS = new Proceeds(Optional.of(Money.of("0.00000001", "USD")), Optional.of(Money.of("0", "JPY")));

    @Override
    default Payments orders() {
        return store().payments();
    }

    @Override
    default Payment order(MerchantId merchant, String number, String key) {
        return Payment.awaited(
                new PaymentId(number),
                merchant,
                Given.account(merchant),
                new OutTradeNo(key),
                Money.of("100.50", "USD"),
                Mode.MANUAL,
                NOON);
    }

    @Override
    default PaymentId number(String text) {
        return new PaymentId(text);
    }

    @Override
    default OutTradeNo key(String text) {
        return new OutTradeNo(text);
    }

    @Override
    default PaymentId number(Payment payment) {
        return payment.id();
    }

    @Override
    default OutTradeNo key(Payment payment) {
        return payment.order();
    }

    @Override
    default Instant made(Payment payment) {
        return payment.createdAt();
    }

    @Override
    default MerchantId merchant(Payment payment) {
        return payment.merchant();
    }

    @Override
    default ObjectRef about(Payment payment) {
        return ObjectRef.of(payment.id());
    }

    @Override
    default Payment made(Payment payment, Instant at) {
        return Payment.awaited(
                payment.id(),
                payment.merchant(),
                Given.account(payment.merchant()),
                payment.order(),
                payment.amount(),
                payment.mode(),
                at);
    }

    @Override
    default Optional<Payment> worth(Payment payment, Money amount) {
        return Optional.of(Payment.awaited(
                payment.id(),
                payment.merchant(),
                Given.account(payment.merchant()),
                payment.order(),
                amount,
                payment.mode(),
                payment.createdAt()));
    }

    @Override
    default Payment moved(Payment payment, String what) {
        return with(payment, Mode.MANUAL, Optional.of(new TradeToken(what)), new State.Awaited());
    }

    @Override
    default Payment ended(Payment payment) {
        return with(payment, Mode.MANUAL, Optional.empty(), new State.Succeeded(NOON.plusSeconds(5)));
    }

    @Override
    default List<Payment> becoming(Payment payment) {
        Failure why = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        List<Payment> all = new ArrayList<>();
        for (State state : List.of(
                new State.Awaited(),
                new State.Succeeded(NOON),
                new State.Failed(NOON, why),
                new State.Closed(NOON, why))) {
            for (Mode mode : Mode.values()) {
                all.add(with(payment, mode, Optional.empty(), state));
                all.add(with(payment, mode, Optional.of(new TradeToken("T".repeat(64))), state));
                all.add(with(payment, mode, Optional.empty(), PROCEEDS, state));
            }
        }
        return all;
    }

    @Override
    default String compared(String key) {
        return new OutTradeNo(key).key();
    }

    @Test
    default void takes_numbers_that_differ_in_the_case_of_their_letters_for_the_same() {
        Payment first = kept(order(merchant(), unique(), "aB_" + unique()));
        OutTradeNo shouted = new OutTradeNo(first.order().value().toUpperCase(Locale.ROOT));

        assertEquals(new Added.Known<>(first), add(order(first.merchant(), unique(), shouted.value())));

        assertEquals(Optional.of(first), orders().find(first.merchant(), shouted));
        assertEquals(Optional.of(first), store().answer(() -> orders().lock(first.merchant(), shouted)));
    }

    private static Payment with(Payment payment, Mode mode, Optional<TradeToken> token, State state) {
        return with(payment, mode, token, Proceeds.UNSAID, state);
    }

    private static Payment with(
            Payment payment, Mode mode, Optional<TradeToken> token, Proceeds proceeds, State state) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.account(),
                payment.order(),
                payment.amount(),
                mode,
                payment.createdAt(),
                token,
                proceeds,
                state);
    }
}
