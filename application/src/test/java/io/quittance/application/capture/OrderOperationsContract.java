package io.quittance.application.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.OrderOperations.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OrderOperations} promises. */
public interface OrderOperationsContract extends ExactOperationsContract {
    @Override
    Store store();

    @Override
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
    default void keeps_a_new_operation_and_finds_it_by_both_its_ids() {
        Operation operation = Given.operation(sort(), merchant());

        assertEquals(new Added.New(), add(operation));

        assertEquals(Optional.of(operation), operations().find(operation.id()));
        assertEquals(Optional.of(operation), operations().find(operation.key()));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), operations().find(Given.operationId(sort(), Given.unique("C"))));
        assertEquals(Optional.empty(), operations().find(new Key(sort(), merchant(), new RequestId("R"))));
    }

    @Test
    default void answers_with_the_operation_that_used_the_request_id_before() {
        Operation earlier = Given.kept(store(), sort());
        Operation later = Given.operation(
                sort(), earlier.merchant(), Given.unique("C"), earlier.request().value());

        assertEquals(new Added.Known(earlier), add(later));

        assertEquals(Optional.empty(), operations().find(later.id()));
    }

    @Test
    default void answers_with_the_earlier_operation_as_it_is_now() {
        Operation earlier = Given.kept(store(), sort());
        Operation now = Given.numbered(Given.succeeded(earlier), "UP-1");
        replace(now);

        assertEquals(
                new Added.Known(now),
                add(Given.operation(
                        sort(),
                        earlier.merchant(),
                        Given.unique("C"),
                        earlier.request().value())));
    }

    @Test
    default void knows_its_own_operation_again_in_the_same_transaction() {
        Operation operation = Given.operation(sort(), merchant());

        Added again = store().answer(() -> {
            operations().add(operation);
            return operations().add(operation);
        });

        assertEquals(new Added.Known(operation), again);
    }

    @Test
    default void says_when_the_number_is_another_operations() {
        Operation earlier = Given.kept(store(), sort());
        Operation sameNumber =
                Given.operation(sort(), earlier.merchant(), earlier.id().value(), Given.unique("R"));
        Operation otherMerchants =
                Given.operation(sort(), merchant(), earlier.id().value(), Given.unique("R"));

        assertEquals(new Added.NumberTaken(), add(sameNumber));
        assertEquals(new Added.NumberTaken(), add(otherMerchants));

        assertEquals(Optional.of(earlier), operations().find(earlier.id()));
        assertEquals(Optional.empty(), operations().find(sameNumber.key()));
    }

    @Test
    default void looks_at_the_request_id_first_where_both_ids_are_known() {
        Operation earlier = Given.kept(store(), sort());

        assertEquals(new Added.Known(earlier), add(earlier));
    }

    @Test
    default void keeps_the_same_request_id_once_for_each_merchant() {
        String request = Given.unique("R");
        Operation one = Given.operation(sort(), merchant(), Given.unique("C"), request);
        Operation other = Given.operation(sort(), merchant(), Given.unique("C"), request);

        assertEquals(new Added.New(), add(one));
        assertEquals(new Added.New(), add(other));

        assertEquals(Optional.of(one), operations().find(one.key()));
        assertEquals(Optional.of(other), operations().find(other.key()));
    }

    @Test
    default void counts_both_ids_for_each_sort_on_its_own() {
        MerchantId merchant = merchant();
        String id = Given.unique("C");
        List<Operation> both = Stream.of(Sort.values())
                .map(each -> Given.operation(each, merchant, id, id))
                .toList();

        both.forEach(operation -> assertEquals(new Added.New(), add(operation)));

        both.forEach(
                operation -> assertEquals(Optional.of(operation), operations().find(operation.key())));
        both.forEach(
                operation -> assertEquals(Optional.of(operation), operations().find(operation.id())));
    }

    @Test
    default void goes_on_in_the_same_transaction_after_a_duplicate() {
        Operation earlier = Given.kept(store(), sort());
        Operation another = Given.operation(sort(), earlier.merchant());

        store().perform(() -> {
            operations().add(earlier);
            operations()
                    .add(Given.operation(
                            sort(), earlier.merchant(), earlier.id().value(), Given.unique("R")));
            operations().add(another);
        });

        assertEquals(Optional.of(another), operations().find(another.id()));
    }

    @Test
    default void reads_for_a_decision_by_both_ids_what_it_would_find() {
        Operation operation = Given.kept(store(), sort());

        assertEquals(Optional.of(operation), store().answer(() -> operations().lock(operation.id())));
        assertEquals(Optional.of(operation), store().answer(() -> operations().lock(operation.key())));
    }

    @Test
    default void locks_nothing_that_is_not_there() {
        MerchantId merchant = merchant();

        assertEquals(
                Optional.empty(),
                store().answer(() -> operations().lock(Given.operationId(sort(), Given.unique("C")))));
        assertEquals(
                Optional.empty(),
                store().answer(() -> operations().lock(new Key(sort(), merchant, new RequestId("unheard of")))));
    }

    @Test
    default void refuses_to_replace_what_is_not_there() {
        Operation never = Given.operation(sort(), merchant());

        assertThrows(IllegalStateException.class, () -> replace(never));

        assertEquals(Optional.empty(), operations().find(never.id()));
    }

    @Test
    default void accepts_a_replacement_that_changes_nothing() {
        Operation operation = Given.kept(store(), sort());

        replace(operation);

        assertEquals(Optional.of(operation), operations().find(operation.id()));
    }

    @Test
    default void replaces_that_operation_only() {
        Operation one = Given.kept(store(), sort());
        Operation other = Given.kept(store(), Given.operation(sort(), one.merchant()));

        replace(Given.succeeded(one));

        assertEquals(Optional.of(other), operations().find(other.id()));
    }

    @Test
    default void counts_what_is_overdue_until_it_ends() {
        Operation operation = Given.kept(store(), sort());
        long before = operations().overdue(sort());

        store().perform(() -> operations().markOverdue(operation.id(), Given.NOON));
        assertEquals(before + 1, operations().overdue(sort()));
        store().perform(() -> operations().markOverdue(operation.id(), Given.NOON.plusSeconds(1)));
        assertEquals(before + 1, operations().overdue(sort()), "marked twice");
        replace(Given.numbered(operation, "UP-4"));
        assertEquals(before + 1, operations().overdue(sort()), "still pending");
        replace(Given.succeeded(operation));
        assertEquals(before, operations().overdue(sort()), "ended");
    }

    @Test
    default void takes_the_mark_away_from_a_failed_one_as_well() {
        Operation operation = Given.kept(store(), sort());
        long before = operations().overdue(sort());

        store().perform(() -> operations().markOverdue(operation.id(), Given.NOON));
        replace(Given.failed(operation, new Failure("X", "y")));

        assertEquals(before, operations().overdue(sort()));
    }

    @Test
    default void lets_one_of_many_win_that_add_the_same_request_at_once() {
        MerchantId merchant = merchant();
        String request = Given.unique("R");
        List<Operation> rivals = Stream.generate(() -> Given.operation(sort(), merchant, Given.unique("C"), request))
                .limit(8)
                .toList();

        List<Added> answers = AtOnce.all(rivals, this::add);

        Operation winner = operations()
                .find(new Key(sort(), merchant, new RequestId(request)))
                .orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            Added expected = rivals.get(i).equals(winner) ? new Added.New() : new Added.Known(winner);
            assertEquals(expected, answers.get(i));
        }
    }

    @Test
    default void gives_a_locked_operation_to_one_at_a_time() {
        Operation operation = Given.kept(store(), sort());
        List<String> numbers =
                Stream.generate(() -> Given.unique("UP")).limit(8).toList();

        List<Optional<UpstreamNo>> seen = AtOnce.all(
                numbers,
                number -> store().answer(() -> {
                    Operation locked = operations().lock(operation.id()).orElseThrow();
                    operations().replace(Given.numbered(locked, number));
                    return locked.upstreamNo();
                }));

        Optional<UpstreamNo> first =
                operations().find(operation.id()).orElseThrow().upstreamNo();
        assertEquals(1, seen.stream().filter(Optional::isEmpty).count(), "only the first found it without a number");
        assertEquals(7, seen.stream().filter(first::equals).count(), "all others saw what the first had kept");
    }
}
