package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A lane")
@Timeout(60)
class LaneTest {
    private static final long LANE = 3;
    private static final long OTHER = 4;

    private final WorkerScene scene = new WorkerScene();
    private final AtomicBoolean well = new AtomicBoolean();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    /** As deliveries do: what fails is due again in five minutes, unless it was tried before its time. */
    private Handled failing(Lease lease, Entry entry) {
        if (entry.lane() == OTHER || well.get()) {
            return scene.finish(lease, entry);
        }
        scene.handled.add(entry.id());
        Instant now = scene.clock.instant();
        Instant again = entry.dueAt().isAfter(now) ? entry.dueAt() : now.plusSeconds(300);
        scene.queue.computeIfPresent(entry.id(), (_, one) -> one.at(again));
        return new Handled(Optional.of(again), new LaneNews.Ill("no connection"));
    }

    private void owe(int many, long lane) {
        IntStream.range(0, many).forEach(i -> scene.owe("C" + i % 50, lane));
    }

    /** Each time that it is looked, a tenth of a second has passed. */
    private void asTimeGoesBy(String what, BooleanSupplier until) {
        Eventually.become(what, () -> {
            scene.clock.move(Duration.ofMillis(100));
            return until.getAsBoolean();
        });
    }

    @Test
    void that_hangs_holds_a_few_entries_however_many_wait_in_it() {
        owe(5_000, LANE);
        scene.start((_, _) -> {
            scene.awaitOpen();
            return Handled.silently(Optional.empty());
        });
        Eventually.become("every place is taken", () -> scene.worker.inHand() >= Places.FIRST);
        int read = scene.rowsRead.get();

        for (int i = 0; i < 100; i++) {
            scene.bell.ring(scene.owe("C1", LANE).stretch());
        }
        owe(50, OTHER);
        scene.queue.values().stream().filter(one -> one.lane() == OTHER).forEach(one -> scene.bell.ring(one.stretch()));

        Eventually.become("the other lane is read", () -> scene.read.stream().anyMatch(one -> one.lane() == OTHER));
        assertTrue(scene.worker.inHand() <= 4 * Places.FIRST, "in hand: " + scene.worker.inHand());
        assertTrue(scene.rowsRead.get() - read <= 100 + 50, "a full lane is not read again: " + scene.rowsRead.get());
    }

    @Test
    void that_hangs_nine_times_over_does_not_hold_up_the_tenth() {
        LongStream.range(100, 109).forEach(lane -> owe(1_200, lane));
        scene.start((lease, entry) -> {
            if (entry.lane() != OTHER) {
                scene.awaitOpen();
            }
            return scene.finish(lease, entry);
        });
        owe(50, OTHER);
        scene.queue.values().stream().filter(one -> one.lane() == OTHER).forEach(one -> scene.bell.ring(one.stretch()));

        Eventually.become("the healthy one is told everything", () -> scene.handled.size() == 50);
    }

    @Test
    void gets_more_places_while_it_answers_quickly() {
        owe(2_000, LANE);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        scene.start((lease, entry) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return scene.finish(lease, entry);
        });

        Eventually.become("all are done", scene.queue::isEmpty);
        assertTrue(most.get() <= Places.MOST, "at once: " + most.get());
    }

    @Test
    void that_fails_is_tried_one_by_one_and_ever_more_seldom() {
        owe(200, LANE);
        scene.start(this::failing, false);
        Eventually.become("it fails", () -> !scene.worker.failing().isEmpty());
        Instant before = scene.clock.instant();
        asTimeGoesBy("four more are tried", () -> scene.handled.size() >= Places.FIRST + 4);

        assertTrue(Duration.between(before, scene.clock.instant()).toSeconds() >= 7, "after 1, 2 and 4 seconds");
        assertEquals(1, scene.worker.failing().size());
    }

    @Test
    void that_answers_again_is_told_at_once_what_waits_for_its_next_step() {
        owe(400, LANE);
        scene.start(this::failing, true);
        Eventually.become("it fails", () -> !scene.worker.failing().isEmpty());
        Instant before = scene.clock.instant();

        well.set(true);

        asTimeGoesBy("all are told", scene.queue::isEmpty);
        assertTrue(Duration.between(before, scene.clock.instant()).toSeconds() < 300, "long before their time");
        assertEquals(Map.of(), scene.worker.failing());
    }

    /** What was tried meanwhile and put off does not come behind what was not, nor what was under way as it began to answer. */
    @Test
    void that_answers_again_is_told_in_the_order_in_which_it_was_owed() {
        int early = 12;
        List<Long> owed = new ArrayList<>();
        for (int i = 0; i < 4 * Places.MOST; i++) {
            owed.add(scene.owe("C" + i, LANE).id());
            scene.clock.move(Duration.ofMillis(10));
        }
        scene.start(this::failing, true);
        asTimeGoesBy("so many were tried and put off", () -> scene.handled.size() >= early);

        well.set(true);

        asTimeGoesBy("all are told", scene.queue::isEmpty);
        List<Long> told = scene.handled.subList(scene.handled.size() - owed.size(), scene.handled.size());
        // What it answered first was next at that time, and others are begun side by side.
        List<Long> rest = told.subList(1, told.size());
        owed.remove(told.getFirst());
        int farthest = IntStream.range(0, rest.size())
                .map(i -> Math.abs(i - owed.indexOf(rest.get(i))))
                .max()
                .orElseThrow();
        assertTrue(farthest <= Places.MOST, farthest + " places from its turn: " + told);
    }

    @Test
    void is_told_again_what_failed_as_it_began_to_answer() {
        CountDownLatch begun = new CountDownLatch(Temper.FAILURES + 2);
        CountDownLatch fails = new CountDownLatch(1);
        Entry late = scene.owe("late", LANE);
        Entry good = scene.owe("good", LANE);
        owe(Temper.FAILURES, LANE);
        scene.start(
                (lease, entry) -> {
                    begun.countDown();
                    await(begun);
                    if (entry.id() == good.id()) {
                        await(fails);
                        well.set(true);
                        return scene.finish(lease, entry);
                    }
                    if (entry.id() != late.id() || entry.dueAt().isAfter(scene.clock.instant())) {
                        return failing(lease, entry);
                    }
                    scene.awaitOpen();
                    Instant again = scene.clock.instant().plusSeconds(300);
                    scene.queue.computeIfPresent(entry.id(), (_, one) -> one.at(again));
                    return new Handled(Optional.of(again), new LaneNews.Ill("no connection"));
                },
                true);
        Eventually.become("it fails", () -> !scene.worker.failing().isEmpty());
        fails.countDown();
        Eventually.become("the others are told", () -> scene.queue.size() == 1);
        Instant before = scene.clock.instant();

        scene.open.countDown();

        asTimeGoesBy("it is told", scene.queue::isEmpty);
        assertTrue(Duration.between(before, scene.clock.instant()).toSeconds() < 300, "long before its time");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts work", e);
        }
    }

    @Test
    void that_fails_is_tried_though_nothing_of_it_is_due() {
        owe(Temper.FAILURES, LANE);
        scene.start(this::failing, true);
        Eventually.become("it fails", () -> !scene.worker.failing().isEmpty() && scene.worker.inHand() == 0);

        well.set(true);

        asTimeGoesBy("all are told", scene.queue::isEmpty);
    }

    @Test
    void waits_as_one_where_it_asks_for_patience() {
        owe(20, LANE);
        Instant until = scene.clock.instant().plusSeconds(60);
        scene.start((lease, entry) -> {
            if (scene.clock.instant().isBefore(until)) {
                scene.handled.add(entry.id());
                return new Handled(Optional.of(until), new LaneNews.NotBefore(until, "our keys"));
            }
            return scene.finish(lease, entry);
        });
        Eventually.become("it is held", () -> !scene.worker.failing().isEmpty());
        Eventually.become("what was begun has ended", () -> scene.worker.inHand() <= Places.FIRST + 1);
        int tried = scene.handled.size();
        assertTrue(tried <= Places.FIRST, "tried: " + tried);

        scene.clock.set(until);

        Eventually.become("the rest is done", scene.queue::isEmpty);
    }

    @Test
    void goes_on_beside_an_entry_that_cannot_be_read() {
        Entry foreign = scene.owe("C1", LANE);
        scene.unreadable.add(foreign.id());
        Entry other = scene.owe("C1", LANE);

        scene.start(scene::finish);

        Eventually.become("the other is done", () -> scene.handled.equals(List.of(other.id())));
        assertEquals("of another version", scene.aside.get(foreign.id()));
    }

    @Test
    void goes_on_beside_an_entry_whose_handling_always_throws_until_that_is_set_aside() {
        Entry bad = scene.owe("C1", LANE);
        scene.start((lease, entry) -> {
            if (entry.id() == bad.id()) {
                throw new IllegalStateException("every time");
            }
            return scene.finish(lease, entry);
        });
        Entry other = scene.owe("C1", LANE);
        scene.bell.ring(other.stretch());
        Eventually.become("the other is done", () -> scene.handled.equals(List.of(other.id())));

        for (int i = 1; i <= 5; i++) {
            int times = i;
            Eventually.become("it has thrown", () -> scene.faults.getOrDefault(bad.id(), 0) == times);
            scene.clock.move(Duration.ofMinutes(10));
        }

        Eventually.become("it is set aside", () -> scene.aside.containsKey(bad.id()));
        assertTrue(scene.queue.isEmpty());
    }
}
