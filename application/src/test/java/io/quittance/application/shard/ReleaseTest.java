package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a lane as deliveries have it: what fails is due again in an hour, unless it was tried before its time. */
@DisplayName("What a lane has put off")
@Timeout(60)
class ReleaseTest {
    private static final long LANE = 3;
    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final int GOOD_ONES = 100;

    private final WorkerScene scene = new WorkerScene();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    private Handled fail(Entry entry) {
        Instant now = scene.clock.instant();
        Instant again = entry.dueAt().isAfter(now) ? entry.dueAt() : now.plus(PUT_OFF);
        scene.queue.computeIfPresent(entry.id(), (_, one) -> one.at(again));
        tries.incrementAndGet();
        return new Handled(Optional.of(again), new LaneNews.Ill("no"));
    }

    private void isHandled(Entry good) {
        scene.bell.ring(good.stretch());
        Eventually.become("the good one is handled", () -> scene.handled.contains(good.id()));
    }

    @Test
    void is_told_once_another_is_though_another_instance_put_it_off() {
        IntStream.range(0, 20).forEach(i -> {
            Entry entry = scene.owe("C" + i, LANE);
            scene.queue.put(entry.id(), entry.at(scene.clock.instant().plus(PUT_OFF)));
        });
        scene.start(scene::finish, true);
        scene.everythingIsLookedOverOnce();

        isHandled(scene.owe("C99", LANE));

        Eventually.become("all are told", scene.queue::isEmpty);
    }

    @Test
    void is_tried_seldom_if_it_alone_fails_however_many_others_are_told() {
        Entry bad = scene.owe("C1", LANE);
        scene.start((lease, entry) -> entry.id() == bad.id() ? fail(entry) : scene.finish(lease, entry), true);
        Eventually.become("it has failed", () -> tries.get() == 1);

        for (int i = 0; i < GOOD_ONES; i++) {
            isHandled(scene.owe("C2", LANE));
            scene.readAgain(bad.stretch());
            scene.clock.move(Duration.ofSeconds(1));
        }

        assertTrue(tries.get() <= 4, () -> tries + " tries within 100 seconds");
    }
}
