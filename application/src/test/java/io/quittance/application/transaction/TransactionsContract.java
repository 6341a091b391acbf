package io.quittance.application.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Transactions} promises. */
public interface TransactionsContract {
    Store store();

    @Test
    default void answers_what_the_work_answers() {
        assertEquals("done", store().transactions().inOne(() -> "done"));
    }

    @Test
    default void keeps_what_the_work_wrote_once_it_answered() {
        Capture capture = GivenOperations.capture(Given.merchant(store()).id());

        Added<Operation> added = store().answer(() -> store().operations().add(capture));

        assertEquals(new Added.New<>(), added);
        assertEquals(Optional.of(capture), store().operations().find(capture.id()));
    }

    @Test
    default void lets_the_work_read_what_it_wrote() {
        Capture capture = GivenOperations.capture(Given.merchant(store()).id());

        Optional<Operation> read = store().answer(() -> {
            store().operations().add(capture);
            return store().operations().find(capture.merchant(), capture.key());
        });

        assertEquals(Optional.of(capture), read);
    }

    @Test
    default void keeps_nothing_of_work_that_throws_and_throws_the_same_on() {
        Instant time = Given.quietMinute();
        Capture capture = GivenOperations.capture(Given.merchant(store()).id());
        ObjectRef about = ObjectRef.of(capture.id());
        RuntimeException fault = new IllegalArgumentException("the work did not like it");

        RuntimeException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> store().perform(() -> {
                    store().operations().add(capture);
                    store().journal().append(about, List.of(Given.note("asked")));
                    store().errands()
                            .add(Errand.submit(about, capture.merchant(), Given.account(capture.merchant()), time));
                    throw fault;
                }));

        assertSame(fault, thrown);
        assertEquals(Optional.empty(), store().operations().find(capture.id()));
        assertEquals(List.of(), store().journal().story(about));
        assertEquals(List.of(), OwedIn.shard(store().errands().owed(), Shard.of(about), time, time.plusSeconds(1)));
    }

    @Test
    default void keeps_nothing_of_work_that_ends_in_an_error_and_throws_the_same_on() {
        Capture capture = GivenOperations.capture(Given.merchant(store()).id());
        Error error = new AssertionError("the work broke");

        Error thrown = assertThrows(
                AssertionError.class,
                () -> store().perform(() -> {
                    store().operations().add(capture);
                    throw error;
                }));

        assertSame(error, thrown);
        assertEquals(Optional.empty(), store().operations().find(capture.id()));
    }

    @Test
    default void undoes_a_change_of_what_was_there() {
        Capture capture = GivenOperations.kept(store());

        assertThrows(
                IllegalStateException.class,
                () -> store().perform(() -> {
                    store().operations().replace(GivenOperations.succeeded(capture));
                    throw new IllegalStateException("on second thought");
                }));

        assertEquals(Optional.of(capture), store().operations().find(capture.id()));
    }

    @Test
    default void refuses_a_transaction_inside_a_transaction_and_keeps_neither() {
        Capture outer = GivenOperations.capture(Given.merchant(store()).id());
        Capture inner = GivenOperations.capture(outer.merchant());

        assertThrows(
                IllegalStateException.class,
                () -> store().perform(() -> {
                    store().operations().add(outer);
                    store().perform(() -> store().operations().add(inner));
                }));

        assertEquals(Optional.empty(), store().operations().find(outer.id()));
        assertEquals(Optional.empty(), store().operations().find(inner.id()));
    }

    @Test
    default void works_on_after_work_that_failed() {
        assertThrows(
                IllegalStateException.class,
                () -> store().perform(() -> {
                    throw new IllegalStateException("just this once");
                }));

        Capture capture = GivenOperations.kept(store());

        assertEquals(Optional.of(capture), store().operations().find(capture.id()));
    }
}
