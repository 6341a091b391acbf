package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time stands still unless it is moved, so what is begun is a matter of the clock and not of this machine. */
@DisplayName("A lane that is slowed")
@Timeout(60)
class SlowedLaneTest {
    private static final long LANE = 3;
    private static final long OTHER = 4;
    private static final int RATE = 10;
    private static final int QUICK = 500;
    private static final int OWED = 20;
    private static final int MANY = 600;
    private static final long SEED = 20261128;

    private final WorkerScene scene = new WorkerScene();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    private List<Long> owe(int many, long lane) {
        return IntStream.range(0, many)
                .mapToObj(_ -> scene.owe("C1", lane))
                .map(Entry::id)
                .toList();
    }

    private void slow(int rate) {
        scene.held.slow(LANE, rate, "released slowly", "Ada");
        looksTwiceMore();
    }

    /** What was seen by then was seen whole. */
    private void looksTwiceMore() {
        int looks = scene.held.looks.get();
        scene.worker.lookAtHolds();
        Eventually.become("it looks", () -> scene.held.looks.get() > looks);
        scene.worker.lookAtHolds();
        Eventually.become("it looks again", () -> scene.held.looks.get() > looks + 1);
    }

    @Test
    void is_begun_at_that_rate_and_in_order_after_it_was_held() {
        List<Long> owed = owe(OWED, LANE);
        Instant released = releasedAfterItWasHeld(RATE);

        isToldOneByOne(owed, RATE);

        assertEquals(Duration.ofSeconds(OWED / RATE), Duration.between(released, scene.clock.instant()));
        assertEquals(0, scene.worker.heldLanes());
    }

    /** As an endpoint's backlog lies: orders of many shards, each of which has a message now and one later, or more. */
    @Test
    void is_told_what_is_due_first_though_it_lies_in_many_shards() {
        Random chance = new Random(SEED);
        List<Long> owed = IntStream.range(0, MANY)
                .mapToObj(i -> {
                    scene.clock.move(Duration.ofMillis(chance.nextInt(1, 50)));
                    return scene.owe("C" + chance.nextInt(MANY / 3), LANE).id();
                })
                .toList();
        releasedAfterItWasHeld(QUICK);

        isToldOneByOne(owed, QUICK);

        assertTrue(scene.rowsRead.get() <= 6 * MANY, () -> scene.rowsRead + " rows were read");
    }

    private Instant releasedAfterItWasHeld(int rate) {
        scene.held.hold(LANE, "they move house", Optional.of("Ada"));
        scene.start(scene::finish, true);
        looksTwiceMore();
        Instant released = scene.clock.instant();
        slow(rate);
        return released;
    }

    private void isToldOneByOne(List<Long> owed, int rate) {
        for (int i = 0; i < owed.size(); i++) {
            int begun = i + 1;
            Eventually.become("the next is told", () -> scene.handled.size() >= begun);
            assertEquals(begun, scene.handled.size(), "no more than its time has come for");
            scene.clock.move(Duration.ofMillis(1000 / rate));
        }
        assertEquals(owed, scene.handled);
    }

    @Test
    void holds_up_no_other() {
        scene.start(scene::finish, true);
        slow(RATE);
        owe(OWED, LANE);
        List<Long> others = owe(OWED, OTHER);

        scene.queue.values().forEach(entry -> scene.bell.ring(entry.stretch()));

        Eventually.become("the others are told", () -> scene.handled.containsAll(others));
        assertTrue(scene.handled.size() <= OWED + 1, "told: " + scene.handled.size());
    }

    @Test
    void goes_on_as_fast_as_it_can_once_it_is_released() {
        List<Long> owed = owe(OWED, LANE);
        scene.held.slow(LANE, RATE, "released slowly", "Ada");
        scene.start(scene::finish, true);
        Eventually.become("the first is told", () -> scene.handled.size() == 1);

        scene.held.release(LANE);
        looksTwiceMore();
        scene.clock.move(Duration.ofMillis(1000 / RATE));

        Eventually.become("all are told", () -> scene.handled.size() == OWED);
        assertEquals(owed, scene.handled.stream().sorted().toList());
    }

    @Test
    void is_held_the_moment_that_somebody_wants_that() {
        owe(OWED, LANE);
        scene.held.slow(LANE, RATE, "released slowly", "Ada");
        scene.start(scene::finish, true);
        Eventually.become("the first is told", () -> scene.handled.size() == 1);

        scene.held.hold(LANE, "410 Gone", Optional.empty());
        looksTwiceMore();
        scene.clock.move(Duration.ofHours(1));
        looksTwiceMore();

        assertEquals(1, scene.handled.size());
        assertEquals(1, scene.worker.heldLanes());
    }
}
