package io.quittance.http.simulator;

import static io.quittance.http.outbound.LoopbackServer.playing;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.simulator.Simulation.ACKNOWLEDGED;
import static io.quittance.http.simulator.Simulation.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.QueueWorker;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The simulator's results")
@Timeout(60)
class SimulatorLivelinessTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Nested
    class Is_lively {
        private final InstantSource ticking = Clock.tickMillis(ZoneOffset.UTC);

        @Test
        void and_told_well_within_a_tenth_of_a_second_if_there_is_no_delay() throws Exception {
            assertTrue(quickest(Duration.ZERO).compareTo(Duration.ofMillis(100)) < 0);
        }

        @Test
        void and_told_when_its_delay_is_over_rather_than_at_the_next_look() throws Exception {
            Duration quickest = quickest(Duration.ofMillis(50));

            assertTrue(quickest.compareTo(Duration.ofMillis(50)) >= 0, () -> "took " + quickest);
            assertTrue(quickest.compareTo(Duration.ofMillis(500)) < 0, () -> "took " + quickest);
        }

        /** Of several, as this machine may be busy. */
        private Duration quickest(Duration delay) throws Exception {
            try (var server = replying(_ -> ACKNOWLEDGED);
                    var notifier = simulation.notifier(simulation.store.simulatedOrders(), server.url(""), ticking)) {
                notifier.start();
                Duration quickest = Duration.ofDays(1);
                for (int i = 0; i < 10; i++) {
                    Instant start = ticking.instant();
                    Instant due = start.plus(delay);
                    SimulatedOrder order = simulation.add(
                            order(simulation.merchant.id(), "R" + i, Verdict.SUCCESS, Optional.empty(), due));
                    notifier.expect(due, order.stretch());
                    server.next();
                    Duration took = Duration.between(start, ticking.instant());
                    quickest = took.compareTo(quickest) < 0 ? took : quickest;
                }
                return quickest;
            }
        }
    }

    @Nested
    class Among_many {
        private static final int PLACES = 8;

        @Test
        void is_told_once_and_many_at_a_time() throws Exception {
            var enough = new CountDownLatch(PLACES);
            var atOnce = new AtomicInteger();
            var most = new AtomicInteger();
            try (var server = playing(talk -> {
                        while (talk.request().isPresent()) {
                            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                            enough.countDown();
                            enough.await();
                            atOnce.decrementAndGet();
                            talk.write(ACKNOWLEDGED);
                        }
                    });
                    var notifier = simulation.notifier(server.url(""))) {
                List<SimulatedOrder> orders = Stream.iterate(0, i -> i + 1)
                        .limit(150)
                        .map(i -> simulation.add(order(
                                simulation.merchant.id(), "R" + i, Verdict.SUCCESS, Optional.empty(), Given.NOON)))
                        .toList();
                notifier.start();

                Eventually.become(
                        "all told",
                        () -> orders.stream()
                                .allMatch(order -> simulation.now(order).dueAt().isEmpty()));
                assertTrue(most.get() >= PLACES, "at once: " + most.get());
                assertEquals(
                        150,
                        server.received().stream()
                                .map(Simulation::number)
                                .distinct()
                                .count());
                assertEquals(150, server.received().size());
            }
        }

        @Test
        void is_not_told_again_on_the_word_of_a_look_that_is_out_of_date() throws Exception {
            SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
            var answer = new CountDownLatch(1);
            var stale = new CountDownLatch(2);
            var orders = new LookedAt(simulation.store.simulatedOrders(), due -> {
                stale.countDown();
                if (stale.getCount() == 0 && !due.isEmpty()) {
                    answer.countDown();
                    Eventually.become(
                            "told", () -> simulation.now(order).dueAt().isEmpty());
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
                return due;
            });
            try (var server = playing(talk -> {
                        while (talk.request().isPresent()) {
                            answer.await();
                            talk.write(ACKNOWLEDGED);
                        }
                    });
                    var notifier = simulation.notifier(orders, server.url(""), simulation.clock)) {
                notifier.start();
                server.next();
                simulation.wake(order);
                stale.await();

                Eventually.become("told", () -> simulation.now(order).dueAt().isEmpty());
                assertTrue(server.quietFor(Duration.ofMillis(500)));
            }
        }
    }

    @Nested
    class On_closing {
        @Test
        void is_waited_for_if_it_is_being_told() throws Exception {
            var asked = new CountDownLatch(1);
            var answer = new CountDownLatch(1);
            try (var server = playing(talk -> {
                talk.request();
                asked.countDown();
                answer.await();
                talk.write(ACKNOWLEDGED);
            })) {
                QueueWorker<UntoldResult> notifier = simulation.notifier(server.url(""));
                SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
                notifier.start();
                asked.await();

                Thread closer = Thread.ofPlatform().start(notifier::close);
                Eventually.become("closing waits", () -> closer.getState() == Thread.State.TIMED_WAITING);
                answer.countDown();
                closer.join();

                assertEquals(Optional.empty(), simulation.now(order).dueAt());
            }
        }

        @Test
        void is_not_begun_any_more() throws Exception {
            try (var server = replying(_ -> ACKNOWLEDGED)) {
                QueueWorker<UntoldResult> notifier = simulation.notifier(server.url(""));
                notifier.start();
                notifier.close();
                SimulatedOrder order = simulation.add(Verdict.SUCCESS, Optional.empty());
                simulation.wake(order);

                assertTrue(server.quietFor(Duration.ofMillis(300)));
                assertEquals(order, simulation.now(order));
            }
        }
    }
}
