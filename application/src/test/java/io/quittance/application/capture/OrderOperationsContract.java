package io.quittance.application.capture;

import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.NumberedOrdersContract;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OrderOperations} promises, for each sort. */
public interface OrderOperationsContract extends NumberedOrdersContract<Operation, OperationId, Key> {
    Sort sort();

    @Override
    default OrderOperations orders() {
        return store().operations();
    }

    @Override
    default Operation order(MerchantId merchant, String number, String key) {
        return GivenOperations.operation(sort(), merchant, number, key);
    }

    @Override
    default OperationId number(String text) {
        return GivenOperations.operationId(sort(), text);
    }

    @Override
    default Key key(String text) {
        return new Key(sort(), new RequestId(text));
    }

    @Override
    default OperationId number(Operation operation) {
        return operation.id();
    }

    @Override
    default Key key(Operation operation) {
        return operation.key();
    }

    @Override
    default Instant made(Operation operation) {
        return operation.createdAt();
    }

    @Override
    default MerchantId merchant(Operation operation) {
        return operation.merchant();
    }

    @Override
    default ObjectRef about(Operation operation) {
        return ObjectRef.of(operation.id());
    }

    @Override
    default Operation made(Operation operation, Instant at) {
        Asked asked = new Asked(operation.merchant(), operation.account(), operation.request(), operation.order(), at);
        return GivenOperations.operation(operation.id(), asked, Money.of("1", "EUR"), false);
    }

    @Override
    default Optional<Operation> worth(Operation operation, Money amount) {
        return Optional.of(GivenOperations.operation(operation.id(), operation.asked(), amount, true));
    }

    @Override
    default Operation moved(Operation operation, String told) {
        Operation fresh = GivenOperations.operation(operation.id(), operation.asked(), Money.of("100.50", "USD"), true);
        return GivenOperations.numbered(fresh, told);
    }

    @Override
    default Operation ended(Operation operation) {
        return GivenOperations.succeeded(operation);
    }

    @Override
    default List<Operation> becoming(Operation operation) {
        Failure longest = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        return List.of(
                operation,
                GivenOperations.numbered(operation, "UP-1"),
                GivenOperations.succeeded(operation),
                GivenOperations.numbered(GivenOperations.succeeded(operation), "UP-2"),
                GivenOperations.failed(operation, new Failure("PAYMENT_FAILED", "")),
                GivenOperations.failed(operation, longest));
    }

    @Test
    default void counts_both_ids_for_each_sort_on_its_own() {
        MerchantId merchant = merchant();
        String id = unique();
        List<Operation> both = Stream.of(Sort.values())
                .map(each -> GivenOperations.operation(each, merchant, id, id))
                .toList();

        both.forEach(operation -> assertEquals(new Added.New<>(), add(operation)));

        both.forEach(operation -> {
            assertEquals(Optional.of(operation), orders().find(merchant, operation.key()));
            assertEquals(Optional.of(operation), orders().find(operation.id()));
        });
    }

    @Test
    default void keeps_the_longest_number_of_an_order_whatever_its_bytes() {
        String longest = "\uD83D\uDCB6".repeat(64);
        Operation some = fresh();
        Asked asked = new Asked(some.merchant(), some.account(), some.request(), new OutTradeNo(longest), NOON);
        Operation operation = GivenOperations.numbered(
                GivenOperations.operation(some.id(), asked, Money.of("1", "EUR"), false), longest);

        add(operation);

        assertEquals(Optional.of(operation), orders().find(operation.id()));
    }

    @Test
    default void takes_the_mark_of_one_overdue_away_when_it_fails() {
        Operation operation = kept();
        long before = orders().overdue();

        store().perform(() -> orders().markOverdue(operation.id(), NOON));
        assertEquals(before + 1, orders().overdue());
        replace(GivenOperations.failed(operation, new Failure("X", "y")));

        assertEquals(before, orders().overdue());
    }
}
