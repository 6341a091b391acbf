package io.quittance.persistence.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Latches;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Transactions that meet")
class ContentionTest {
    interface Meeting {
        JdbcStore store();

        @Test
        default void give_up_after_five_runs() {
            AtomicInteger runs = new AtomicInteger();
            long before = store().transactions().repeated();

            StatementFailed thrown = assertThrows(
                    StatementFailed.class,
                    () -> store().perform(() -> {
                        runs.incrementAndGet();
                        throw deadlocked();
                    }));

            assertEquals(Fault.CONTENDED, thrown.fault());
            assertEquals(JdbcTransactions.MOST_RUNS, runs.get());
            assertEquals(JdbcTransactions.MOST_RUNS - 1, store().transactions().repeated() - before);
        }

        private static StatementFailed deadlocked() {
            return (StatementFailed) Fault.translate("lock a capture", new SQLException("deadlock", "40001", 1213));
        }

        @Test
        default void let_one_of_sixty_four_win_and_tell_the_others_who() {
            MerchantId merchant = Given.merchant(store()).id();
            String request = Given.unique("R");
            List<Capture> rivals = Stream.generate(() -> GivenOperations.capture(merchant, Given.unique("C"), request))
                    .limit(64)
                    .toList();
            long before = store().transactions().repeated();

            List<Added<Operation>> answers = AtOnce.all(
                    rivals,
                    rival -> store().answer(() -> {
                        Added<Operation> added = store().operations().add(rival);
                        if (added instanceof Added.Known<Operation> known) {
                            store().operations().lock(known.earlier().id());
                        }
                        return added;
                    }));

            Operation winner = store().operations()
                    .find(merchant, GivenOperations.captureKey(request))
                    .orElseThrow();
            for (int i = 0; i < rivals.size(); i++) {
                Added<Operation> expected =
                        rivals.get(i).equals(winner) ? new Added.New<>() : new Added.Known<>(winner);
                assertEquals(expected, answers.get(i));
            }
            assertEquals(before, store().transactions().repeated(), "and none had to run again");
        }
    }

    /** On the embedded database one writes at a time, so none holds what another waits for while it waits itself. */
    interface OnServer extends Meeting {
        @Test
        default void run_again_until_both_are_through_when_they_deadlock() {
            Capture one = GivenOperations.kept(store());
            Capture other = GivenOperations.kept(store());
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            AtomicInteger runs = new AtomicInteger();
            long before = store().transactions().repeated();

            AtOnce.all(
                    List.of(List.of(one, other), List.of(other, one)),
                    order -> store().answer(() -> {
                        runs.incrementAndGet();
                        Operation first =
                                store().operations().lock(order.getFirst().id()).orElseThrow();
                        bothHoldOne.countDown();
                        Latches.await(bothHoldOne);
                        Operation second =
                                store().operations().lock(order.getLast().id()).orElseThrow();
                        store().operations().replace(GivenOperations.numbered(first, "UP-1"));
                        store().operations().replace(GivenOperations.numbered(second, "UP-2"));
                        return order;
                    }));

            assertTrue(runs.get() > 2, "one of them ran again");
            assertEquals(runs.get() - 2, store().transactions().repeated() - before);
            assertTrue(store().operations()
                    .find(one.id())
                    .orElseThrow()
                    .upstreamNo()
                    .isPresent());
            assertTrue(store().operations()
                    .find(other.id())
                    .orElseThrow()
                    .upstreamNo()
                    .isPresent());
        }
    }

    @Nested
    class On_H2 implements Meeting {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements OnServer {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }

        /** Waits as long as the server does; once is enough. */
        @Test
        void run_again_as_a_whole_when_a_lock_does_not_come_in_time() {
            Capture held = GivenOperations.kept(store());
            Capture other = GivenOperations.kept(store());
            CountDownLatch locked = new CountDownLatch(1);
            CountDownLatch again = new CountDownLatch(2);
            Supplier<Boolean> hold = () -> store().answer(() -> {
                store().operations().lock(held.id());
                locked.countDown();
                return Latches.within(again, Duration.ofSeconds(20));
            });
            Supplier<Boolean> want = () -> {
                Latches.await(locked);
                return store().answer(() -> {
                    again.countDown();
                    store().journal().append(ObjectRef.of(other.id()), List.of(Given.note("once")));
                    return store().operations().lock(held.id()).isPresent();
                });
            };

            assertEquals(List.of(true, true), AtOnce.all(List.of(hold, want), Supplier::get));

            assertEquals(1, store().journal().story(ObjectRef.of(other.id())).size(), "what came before was undone");
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements OnServer {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
