package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Payments} promises. */
public interface PaymentsContract {
    OutTradeNo ORDER = new OutTradeNo("ORDER-1");

    Store store();

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private Optional<Payment> add(Payment payment) {
        return store().answer(() -> store().payments().add(payment));
    }

    private void replace(Payment payment) {
        store().perform(() -> store().payments().replace(payment));
    }

    private static Payment with(Payment payment, Mode mode, Optional<TradeToken> token, State state) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.amount(),
                mode,
                payment.createdAt(),
                token,
                state);
    }

    @Test
    default void keeps_a_new_one_and_finds_it_by_both_its_ids() {
        Payment payment = Authorized.payment(merchant(), ORDER);

        assertEquals(Optional.empty(), add(payment));

        assertEquals(Optional.of(payment), store().payments().find(payment.id()));
        assertEquals(Optional.of(payment), store().payments().find(payment.merchant(), ORDER));
        assertEquals(
                Optional.of(payment), store().answer(() -> store().payments().lock(payment.merchant(), ORDER)));
    }

    @Test
    default void finds_nothing_that_was_never_kept_or_is_anothers() {
        Payment payment = Authorized.payment(merchant(), ORDER);
        add(payment);

        assertEquals(Optional.empty(), store().payments().find(new PaymentId("unheard of")));
        assertEquals(Optional.empty(), store().payments().find(merchant(), ORDER));
        assertEquals(Optional.empty(), store().payments().find(payment.merchant(), new OutTradeNo("order-1")));
    }

    @Test
    default void answers_with_the_payment_that_is_known_of_the_order() {
        Payment earlier = Authorized.payment(merchant(), ORDER);
        add(earlier);
        Payment later = Authorized.payment(earlier.merchant(), ORDER);

        assertEquals(Optional.of(earlier), add(later));

        assertEquals(Optional.empty(), store().payments().find(later.id()));
    }

    @Test
    default void keeps_every_state_with_all_that_it_holds() {
        Payment payment = Authorized.payment(merchant(), ORDER);
        add(payment);
        Failure why = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        List<State> states = List.of(
                new State.Awaited(),
                new State.Succeeded(Given.NOON),
                new State.Failed(Given.NOON, why),
                new State.Closed(Given.NOON, why));

        for (State state : states) {
            for (Mode mode : Mode.values()) {
                for (Optional<TradeToken> token :
                        List.of(Optional.<TradeToken>empty(), Optional.of(new TradeToken("T".repeat(64))))) {
                    Payment next = with(payment, mode, token, state);
                    replace(next);
                    assertEquals(Optional.of(next), store().payments().find(payment.id()));
                }
            }
        }
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing_and_none_of_what_is_not_there() {
        Payment payment = Authorized.payment(merchant(), ORDER);
        add(payment);

        replace(payment);

        Payment never = Authorized.payment(payment.merchant(), new OutTradeNo("ORDER-2"));
        assertThrows(IllegalStateException.class, () -> replace(never));
    }
}
