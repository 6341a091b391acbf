package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lanes")
class LanesTest {
    private final Lanes lanes = new Lanes("test");
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    private void stuck() {
        running.incrementAndGet();
        await(open);
        running.decrementAndGet();
        done.incrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts work", e);
        }
    }

    @AfterEach
    void let_everything_go() {
        open.countDown();
    }

    @Test
    void run_a_few_at_a_time_and_the_others_as_places_become_free() {
        for (int i = 0; i < Lanes.PLACES + 5; i++) {
            assertTrue(lanes.offer("dead", this::stuck));
        }
        Eventually.become("every place is taken", () -> running.get() == Lanes.PLACES);

        open.countDown();

        Eventually.become("all were done", () -> done.get() == Lanes.PLACES + 5);
    }

    @Test
    void take_no_more_than_so_many_who_wait() {
        for (int i = 0; i < Lanes.PLACES + Lanes.WAITING; i++) {
            assertTrue(lanes.offer("dead", this::stuck));
        }

        assertFalse(lanes.offer("dead", this::stuck));
        assertTrue(lanes.offer("alive", done::incrementAndGet));
    }

    @Test
    void go_on_beside_one_that_is_stuck() {
        for (int i = 0; i < Lanes.PLACES + 1; i++) {
            lanes.offer("dead", this::stuck);
        }

        lanes.offer("alive", done::incrementAndGet);

        Eventually.become("the other lane's work is done", () -> done.get() == 1);
    }

    @Test
    void lose_nothing_when_work_breaks() {
        CountDownLatch breaks = new CountDownLatch(1);
        for (int i = 1; i < Lanes.PLACES; i++) {
            lanes.offer("lane", this::stuck);
        }
        lanes.offer("lane", () -> {
            await(breaks);
            throw new Broken();
        });
        lanes.offer("lane", done::incrementAndGet);

        breaks.countDown();

        Eventually.become("what waited for that place is done", () -> done.get() == 1);
    }

    /** Quiet, as the thread that it ends would print a page about it. */
    private static final class Broken extends Error {
        private static final long serialVersionUID = 1;

        private Broken() {
            super("broken on purpose", null, false, false);
        }
    }

    @Test
    void are_idle_when_nothing_runs() throws InterruptedException {
        lanes.awaitIdle(Duration.ofHours(1));

        lanes.offer("lane", this::stuck);
        lanes.awaitIdle(Duration.ofMillis(1));
        assertEquals(0, done.get(), "waited no longer than it may");

        open.countDown();
        lanes.awaitIdle(Duration.ofHours(1));
        assertEquals(1, done.get());
    }
}
