package io.quittance.application.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Captures;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Authorizations} promises. */
public interface AuthorizationsContract {
    OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    Failure WHY = new Failure("X", "y");
    Operations NONE = Operations.none(new Currency("USD"));

    Store store();

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private Optional<Authorization> lock(MerchantId merchant, OutTradeNo order) {
        return store().answer(() -> store().authorizations().lock(merchant, order));
    }

    private void keep(Authorization known) {
        store().perform(() -> {
            store().authorizations().lock(known.merchant(), known.order());
            store().authorizations().keep(known);
        });
    }

    /** Summed in USD, as if that was authorized. */
    private Operations operations(MerchantId merchant, OutTradeNo order) {
        return store().authorizations().operations(Authorized.authorization(merchant, order));
    }

    private static Captures captures(int count, boolean last, boolean otherCurrency, String sum) {
        return new Captures(count, last, otherCurrency, new BigDecimal(sum));
    }

    private void keep(MerchantId merchant, String amount, String currency, boolean last) {
        GivenOperations.kept(store(), Authorized.capture(merchant, Money.of(amount, currency), last));
    }

    private void keepSucceeded(MerchantId merchant, String amount, String currency, boolean last) {
        Capture capture = GivenOperations.kept(store(), Authorized.capture(merchant, Money.of(amount, currency), last));
        store().perform(() -> store().operations().replace(GivenOperations.succeeded(capture)));
    }

    @Test
    default void locks_an_order_of_which_nothing_is_known_any_number_of_times() {
        MerchantId merchant = merchant();

        assertEquals(Optional.empty(), lock(merchant, ORDER));
        assertEquals(Optional.empty(), lock(merchant, ORDER));
        assertEquals(Optional.empty(), store().authorizations().find(merchant, ORDER));
        assertEquals(Optional.empty(), store().answer(() -> {
            store().authorizations().lock(merchant, ORDER);
            return store().authorizations().lock(merchant, ORDER);
        }));
    }

    @Test
    default void keeps_what_is_known_of_a_locked_order() {
        Authorization known = Authorized.authorization(merchant(), ORDER);

        keep(known);

        assertEquals(Optional.of(known), lock(known.merchant(), ORDER));
        assertEquals(Optional.of(known), store().authorizations().find(known.merchant(), ORDER));
    }

    @Test
    default void keeps_every_hold_and_every_amount_exactly_and_what_was_not_told() {
        MerchantId merchant = merchant();
        for (Hold hold : Hold.values()) {
            for (String amount : List.of("0", "0.00000001", "9".repeat(30) + "." + "9".repeat(8))) {
                Authorization known = new Authorization(
                        merchant,
                        Given.account(merchant),
                        ORDER,
                        Optional.empty(),
                        Money.of(amount, "IDR"),
                        Given.NOON,
                        hold);
                keep(known);
                assertEquals(Optional.of(known), lock(merchant, ORDER));
            }
        }
    }

    @Test
    default void keeps_orders_apart_by_merchant_and_by_number() {
        Authorization known = Authorized.authorization(merchant(), ORDER);
        keep(known);

        assertEquals(Optional.empty(), lock(merchant(), ORDER));
        assertEquals(Optional.empty(), lock(known.merchant(), new OutTradeNo("ORDER-2")));
    }

    @Test
    default void takes_numbers_that_differ_in_the_case_of_their_letters_for_the_same_order() {
        Authorization known = Authorized.authorization(merchant(), ORDER);
        keep(known);
        OutTradeNo whispered = new OutTradeNo(ORDER.value().toLowerCase(Locale.ROOT));
        Capture capture = GivenOperations.kept(store(), GivenOperations.capture(known.merchant()));

        assertEquals(Optional.of(known), lock(known.merchant(), whispered));
        assertEquals(Optional.of(known), store().authorizations().find(known.merchant(), whispered));
        assertEquals(ORDER, capture.order());
        assertEquals(
                operations(known.merchant(), ORDER), operations(known.merchant(), whispered), "the same are summed");
        assertNotEquals(NONE, operations(known.merchant(), whispered));
    }

    @Test
    default void sums_what_was_asked_of_that_order_alone() {
        MerchantId merchant = merchant();
        Capture pending = GivenOperations.kept(store(), GivenOperations.capture(merchant));
        Capture succeeded = GivenOperations.kept(store(), GivenOperations.capture(merchant));
        Capture failed = GivenOperations.kept(store(), GivenOperations.capture(merchant));
        Cancel waiting = GivenOperations.kept(store(), GivenOperations.cancel(merchant));
        Cancel done = GivenOperations.kept(store(), GivenOperations.cancel(merchant));
        Cancel lost = GivenOperations.kept(store(), GivenOperations.cancel(merchant));
        store().perform(() -> {
            store().operations().replace(GivenOperations.succeeded(succeeded));
            store().operations().replace(GivenOperations.failed(failed, WHY));
            store().operations().replace(GivenOperations.succeeded(done));
            store().operations().replace(GivenOperations.failed(lost, WHY));
        });

        Captures one = captures(1, true, false, "100.50");
        assertEquals(new Operations(NONE.currency(), one, one, 1, 1), operations(merchant, pending.order()));
        assertEquals(waiting.order(), pending.order());
        assertEquals(NONE, operations(merchant, new OutTradeNo("ORDER-2")));
        assertEquals(NONE, operations(merchant(), ORDER));
    }

    @Test
    default void sums_exactly_though_it_comes_to_more_than_any_amount_can_have() {
        MerchantId merchant = merchant();
        String most = "9".repeat(30) + "." + "9".repeat(8);
        keep(merchant, most, "USD", false);
        keep(merchant, most, "USD", false);
        keep(merchant, "0.00000001", "USD", false);
        keepSucceeded(merchant, "0.1", "USD", false);
        keepSucceeded(merchant, "0.00000002", "USD", false);

        assertEquals(
                new Operations(
                        NONE.currency(),
                        captures(3, false, false, "1" + "9".repeat(30) + "." + "9".repeat(8)),
                        captures(2, false, false, "0.10000002"),
                        0,
                        0),
                operations(merchant, ORDER));
    }

    @Test
    default void says_which_are_final_and_which_are_in_another_currency_and_sums_those_not() {
        MerchantId merchant = merchant();
        keep(merchant, "1", "USD", false);
        keep(merchant, "2", "USD", true);
        keep(merchant, "3", "USD", false);
        keepSucceeded(merchant, "4", "USD", false);
        keepSucceeded(merchant, "500", "EUR", false);
        MerchantId other = merchant();
        keep(other, "6", "IDR", true);
        keepSucceeded(other, "7", "USD", true);

        assertEquals(
                new Operations(NONE.currency(), captures(3, true, false, "6"), captures(2, false, true, "4"), 0, 0),
                operations(merchant, ORDER));
        assertEquals(
                new Operations(NONE.currency(), captures(1, true, true, "0"), captures(1, true, false, "7"), 0, 0),
                operations(other, ORDER));
    }

    @Test
    default void sums_what_was_asked_in_the_same_transaction() {
        MerchantId merchant = merchant();

        Operations seen = store().answer(() -> {
            store().operations().add(GivenOperations.capture(merchant));
            store().operations().add(GivenOperations.cancel(merchant));
            return operations(merchant, ORDER);
        });

        assertEquals(new Operations(NONE.currency(), captures(1, true, false, "100.5"), Captures.NONE, 1, 0), seen);
    }

    @Test
    default void gives_an_order_to_one_at_a_time_though_it_is_new() {
        MerchantId merchant = merchant();
        List<Integer> rivals = Collections.nCopies(8, 1);

        List<Operations> seen = AtOnce.all(
                rivals,
                _ -> store().answer(() -> {
                    store().authorizations().lock(merchant, ORDER);
                    Operations before = operations(merchant, ORDER);
                    store().operations().add(GivenOperations.capture(merchant));
                    return before;
                }));

        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7),
                seen.stream().map(all -> all.pending().count()).sorted().toList());
    }
}
