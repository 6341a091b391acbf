package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A worker of a queue")
@Timeout(30)
class QueueWorkerTest {
    private static final long DEAD = 7;
    private static final long ALIVE = 8;

    private final WorkerScene scene = new WorkerScene();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    @Test
    void finds_what_was_left_from_before_and_hands_it_over_with_the_lease_of_its_shard() {
        List<Lease> shown = new CopyOnWriteArrayList<>();
        Entry entry = scene.owe("C1", 1);

        scene.start((lease, one) -> {
            shown.add(lease);
            return scene.finish(lease, one);
        });

        Eventually.become("it is done", () -> !shown.isEmpty());
        assertEquals(List.of(scene.leases.of(entry.shard()).orElseThrow()), shown);
    }

    @Test
    void reads_a_stretch_at_once_that_is_rung_for_and_no_other() {
        scene.start(scene::finish);
        scene.everythingIsLookedOverOnce();
        Entry entry = scene.owe("C1", 1);

        scene.bell.ring(entry.stretch());

        Eventually.become("it is done", () -> scene.handled.contains(entry.id()));
        assertEquals(Set.of(entry.stretch()), Set.copyOf(scene.read));
    }

    @Test
    void has_an_entry_in_hand_once_however_often_it_reads_it() {
        Entry entry = scene.owe("C1", 1);
        scene.start((_, one) -> {
            scene.handled.add(one.id());
            scene.awaitOpen();
            return Handled.silently(Optional.empty());
        });
        Eventually.become("it is in hand", () -> !scene.handled.isEmpty());

        scene.readAgain(entry.stretch());
        scene.readAgain(entry.stretch());

        assertEquals(1, scene.worker.inHand());
        assertEquals(List.of(entry.id()), scene.handled);
    }

    @Test
    void lets_no_dead_lane_hold_up_another() {
        for (int i = 0; i < 50; i++) {
            scene.owe("D" + i, DEAD);
        }
        scene.start((lease, one) -> {
            if (one.lane() == DEAD) {
                scene.awaitOpen();
            }
            return scene.finish(lease, one);
        });
        Entry alive = scene.owe("A1", ALIVE);
        scene.bell.ring(alive.stretch());

        Eventually.become("the other lane's entry is done", () -> scene.handled.equals(List.of(alive.id())));
    }

    @Test
    void does_everything_once_though_far_more_waits_than_it_holds() {
        int many = 3_000;
        for (int i = 0; i < many; i++) {
            scene.owe("C" + i % 100, i % 3);
        }

        scene.start(scene::finish);

        Eventually.become("all are done", () -> scene.queue.isEmpty() && scene.worker.inHand() == 0);
        assertEquals(many, scene.handled.stream().distinct().count());
        assertEquals(many, scene.handled.size());
    }

    @Test
    void loses_nothing_when_a_handler_throws() {
        Entry entry = scene.owe("C1", 1);
        AtomicBoolean broken = new AtomicBoolean(true);
        scene.start((lease, one) -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("just this once");
            }
            return scene.finish(lease, one);
        });
        Eventually.become("it has thrown", () -> !broken.get() && scene.worker.inHand() == 0);
        assertEquals(
                scene.clock.instant().plusSeconds(2),
                scene.queue.get(entry.id()).dueAt());

        scene.clock.move(Duration.ofSeconds(2));

        Eventually.become("it is done", () -> scene.handled.equals(List.of(entry.id())) && scene.worker.inHand() == 0);
    }

    @Test
    void looks_again_when_a_handler_says_when() {
        Entry entry = scene.owe("C1", 1);
        Instant later = scene.clock.instant().plusMillis(20);
        scene.start((lease, one) -> {
            if (scene.clock.instant().isBefore(later)) {
                scene.handled.add(one.id());
                scene.queue.put(one.id(), one.at(later));
                return Handled.silently(Optional.of(later));
            }
            return scene.finish(lease, one);
        });
        Eventually.become("it was tried", () -> scene.handled.size() == 1 && scene.worker.inHand() == 0);

        scene.clock.set(later);

        Eventually.become("it was tried again", () -> scene.handled.equals(Collections.nCopies(2, entry.id())));
    }

    @Test
    void goes_on_when_the_queue_could_not_be_read() {
        AtomicBoolean away = new AtomicBoolean(true);
        scene.duringRead = () -> {
            if (away.getAndSet(false)) {
                throw new IllegalStateException("the database is away");
            }
        };
        Entry entry = scene.owe("C1", 1);

        scene.start(scene::finish);

        Eventually.become("it is done", () -> scene.handled.equals(List.of(entry.id())));
    }
}
