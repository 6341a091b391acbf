package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.OrderOperations.Added;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@link OrderOperations} keep to the letter what they are given; a part of {@link OrderOperationsContract}. */
public interface ExactOperationsContract {
    Store store();

    Sort sort();

    private OrderOperations operations() {
        return store().operations();
    }

    private Added add(Operation operation) {
        return store().answer(() -> operations().add(operation));
    }

    private void replace(Operation next) {
        store().perform(() -> operations().replace(next));
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    @Test
    default void keeps_ids_apart_that_differ_only_a_little() {
        MerchantId merchant = merchant();
        String id = Given.unique("Straße-é-");
        List<Operation> alike = alike(id)
                .map(some -> Given.operation(sort(), merchant, "C" + some, some))
                .toList();

        alike.forEach(operation -> assertEquals(new Added.New(), add(operation), operation.toString()));

        for (Operation operation : alike) {
            assertEquals(Optional.of(operation), operations().find(operation.key()));
            assertEquals(Optional.of(operation), operations().find(operation.id()));
        }
    }

    private static Stream<String> alike(String id) {
        return Stream.of(
                id,
                id.toLowerCase(Locale.ROOT),
                id.toUpperCase(Locale.ROOT),
                id.replace("é", "e"),
                id.replace("é", "e\u0301"),
                id.replace("ß", "ss"),
                id.replace("-", " "),
                id.replace("-", "  "),
                id.replace("-", "\u00A0"),
                id.replace("-", ""),
                id + "\u200B",
                "0" + id);
    }

    @Test
    default void keeps_ids_of_all_the_characters_allowed_whatever_their_bytes() {
        String longest = Given.unique("");
        String characters = longest + "\uD83E\uDD8A".repeat(64 - longest.length());
        Asked asked =
                new Asked(merchant(), new RequestId(characters), new OutTradeNo("\uD83D\uDCB6".repeat(64)), Given.NOON);
        Operation operation =
                Given.operation(Given.operationId(sort(), characters), asked, Money.of("1", "EUR"), false);

        assertEquals(new Added.New(), add(Given.numbered(operation, characters)));

        assertEquals(
                Optional.of(Given.numbered(operation, characters)), operations().find(operation.key()));
    }

    @Test
    default void keeps_every_amount_to_the_last_digit() {
        MerchantId merchant = merchant();
        List<Money> amounts = Stream.of(
                        "0", "1", "100.5", "0.00000001", "9".repeat(30) + ".99999999", "1" + "0".repeat(29))
                .map(text -> Money.of(text, "JPY"))
                .toList();

        for (Money amount : amounts) {
            Operation operation = Given.operation(sort(), merchant);
            Operation with = Given.operation(operation.id(), operation.asked(), amount, true);
            add(with);
            assertEquals(Optional.of(with), operations().find(with.id()));
        }
    }

    @Test
    default void keeps_every_state_with_all_that_it_holds() {
        Failure longest = new Failure("F".repeat(64), "\uD83D\uDE41".repeat(256));
        Operation operation = Given.operation(sort(), merchant());
        List<Operation> states = List.of(
                operation,
                Given.numbered(operation, "UP-1"),
                Given.succeeded(operation),
                Given.numbered(Given.succeeded(operation), "UP-2"),
                Given.failed(operation, new Failure("PAYMENT_FAILED", "")),
                Given.failed(operation, longest));
        add(operation);

        for (Operation state : states) {
            replace(state);
            assertEquals(Optional.of(state), operations().find(operation.id()));
            assertEquals(Optional.of(state), operations().find(operation.key()));
        }
    }

    @Test
    default void keeps_an_operation_that_is_new_and_has_ended_already() {
        Operation adopted =
                Given.numbered(Given.failed(Given.operation(sort(), merchant()), new Failure("X", "y")), "UP-3");

        add(adopted);

        assertEquals(Optional.of(adopted), operations().find(adopted.id()));
    }

    @Test
    default void keeps_times_to_the_millisecond() {
        MerchantId merchant = merchant();
        List<String> times = List.of(
                "2026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.001Z",
                "2026-03-29T01:30:00.999Z", // where Europe has no half past two
                "2026-10-25T00:30:00.500Z", // where Europe has it twice
                "1999-12-31T23:59:59.999Z");
        for (String time : times) {
            Instant at = Instant.parse(time);
            Operation some = Given.operation(sort(), merchant);
            Asked asked = new Asked(merchant, some.request(), some.order(), at);
            Operation operation = Given.operation(some.id(), asked, Money.of("1", "EUR"), false);
            add(operation);
            assertEquals(Optional.of(operation), operations().find(operation.id()));
        }
    }
}
