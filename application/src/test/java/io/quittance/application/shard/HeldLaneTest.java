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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A lane that is held")
@Timeout(60)
class HeldLaneTest {
    private static final long LANE = 3;
    private static final long OTHER = 4;

    private final WorkerScene scene = new WorkerScene();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    private void hold() {
        scene.held.hold(LANE, "they move house", Optional.of("Ada"));
    }

    /** As long as the worker looks around, or at what is held, it is not asleep. */
    private void looksTwiceMore() {
        int looks = scene.held.looks.get();
        scene.worker.lookAtHolds();
        Eventually.become("it looks", () -> scene.held.looks.get() > looks);
        scene.worker.lookAtHolds();
        Eventually.become("it looks again", () -> scene.held.looks.get() > looks + 1);
    }

    private List<Long> owe(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    Entry entry = scene.owe("C1", LANE);
                    scene.bell.ring(entry.stretch());
                    return entry.id();
                })
                .toList();
    }

    @Test
    void is_neither_read_nor_tried_by_an_instance_that_starts() {
        hold();
        scene.owe("C1", LANE);
        scene.start(scene::finish, true);
        Entry other = scene.owe("C1", OTHER);
        scene.bell.ring(other.stretch());

        Eventually.become("the other is done", () -> scene.handled.equals(List.of(other.id())));
        owe(20);
        scene.clock.move(Duration.ofHours(1));
        looksTwiceMore();

        assertEquals(List.of(other.id()), scene.handled);
        assertTrue(scene.read.stream().noneMatch(one -> one.lane() == LANE), "read: " + scene.read);
        assertEquals(1, scene.worker.heldLanes());
    }

    @Test
    void is_told_in_order_and_at_once_what_has_collected_when_it_is_released() {
        hold();
        List<Long> expected = new ArrayList<>();
        scene.owe("C1", LANE);
        scene.start(scene::finish, true);
        looksTwiceMore();
        expected.addAll(scene.queue.keySet());
        expected.addAll(owe(Places.FIRST - 1));
        Instant later = scene.clock.instant().plusSeconds(3600);
        scene.queue.replaceAll((_, entry) -> entry.at(later.plusSeconds(entry.id())));

        scene.held.release(LANE);
        scene.worker.lookAtHolds();

        Eventually.become("all are told", scene.queue::isEmpty);
        assertEquals(expected.size(), scene.handled.size());
        assertEquals(expected, scene.handled.stream().sorted().toList());
        assertEquals(0, scene.worker.heldLanes());
    }

    @Test
    void is_found_out_without_a_word_as_another_instance_may_have_held_it() {
        scene.start(scene::finish, true);
        scene.everythingIsLookedOverOnce();

        hold();

        Eventually.become("it is held here too", () -> scene.worker.heldLanes() == 1);
        List<Long> collected = owe(3);
        scene.held.release(LANE);
        Eventually.become("and released", () -> scene.handled.containsAll(collected));
    }

    @Test
    void finishes_what_is_in_hand_and_begins_nothing_of_what_was_read() {
        IntStream.range(0, 100).forEach(_ -> scene.owe("C1", LANE));
        scene.start(
                (lease, entry) -> {
                    scene.awaitOpen();
                    return scene.finish(lease, entry);
                },
                true);
        Eventually.become("some are in hand", () -> scene.worker.inHand() >= Places.FIRST);
        hold();
        scene.worker.lookAtHolds();
        Eventually.become("it is held", () -> scene.worker.heldLanes() == 1);

        scene.open.countDown();

        Eventually.become("nothing is in hand", () -> scene.worker.inHand() == 0);
        looksTwiceMore();
        assertTrue(scene.handled.size() <= Places.FIRST, "begun: " + scene.handled.size());
    }

    @Test
    void is_held_by_its_other_side_from_the_moment_that_it_says_so() {
        IntStream.range(0, 100).forEach(_ -> scene.owe("C1", LANE));
        scene.start(
                (_, entry) -> {
                    scene.handled.add(entry.id());
                    scene.held.hold(LANE, "410 Gone", Optional.empty());
                    return new Handled(Optional.empty(), LaneNews.GONE);
                },
                true);

        Eventually.become("it is held", () -> scene.worker.heldLanes() == 1 && scene.worker.inHand() == 0);
        looksTwiceMore();

        assertTrue(scene.handled.size() <= Places.FIRST, "tried: " + scene.handled.size());
        assertEquals(Map.of(), scene.worker.failing());
    }

    @Test
    void holds_up_everything_until_it_is_known_whether_there_is_one() {
        scene.held.away = true;
        hold();
        scene.owe("C1", LANE);
        scene.start(scene::finish, true);
        Entry other = scene.owe("C1", OTHER);
        scene.bell.ring(other.stretch());
        Eventually.become("it asks again", () -> scene.held.looks.get() >= 2);
        assertEquals(List.of(), scene.handled);

        scene.held.away = false;

        Eventually.become("the other is done", () -> scene.handled.equals(List.of(other.id())));
        looksTwiceMore();
        assertEquals(List.of(other.id()), scene.handled);
    }
}
