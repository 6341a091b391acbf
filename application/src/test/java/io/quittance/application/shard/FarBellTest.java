package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Arrivals.Place;
import io.quittance.application.store.Memory;
import io.quittance.domain.capture.CaptureId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The bell across instances")
class FarBellTest {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Neighbours neighbours = new Neighbours();
    private final Leases ours = neighbours.leases("ours");
    private final Leases theirs = neighbours.leases("theirs");
    private final InMemoryQueue<Entry> queue = new InMemoryQueue<>(
            new Memory(false), (entry, due) -> new Entry(entry.id(), entry.about(), entry.lane(), due));
    private final Arrivals arrivals = new InMemoryArrivals(neighbours.shards, Map.of(Place.ERRANDS, queue));
    private final Bell near = new Bell();
    private final List<Told> told = new ArrayList<>();
    private final FarBell far = new FarBell(arrivals, neighbours.workplace(ours));

    private record Told(Instant due, Stretch stretch) {}

    private record Entry(long id, ObjectRef about, long lane, Instant dueAt) implements Queued {
        @Override
        public Shard shard() {
            return Shard.of(about);
        }
    }

    @BeforeEach
    void both_have_their_share() {
        ours.step();
        theirs.step();
        neighbours.pass(Leases.RENEWAL);
        neighbours.pass(Leases.RENEWAL);
        far.tell(Place.ERRANDS, near, (due, stretch) -> told.add(new Told(due, stretch)));
        far.changed();
    }

    private Entry arrives(long id, Leases owner, Duration in) {
        ObjectRef about = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> ObjectRef.of(new CaptureId("C-" + id + "-" + i)))
                .filter(ref -> owner.of(Shard.of(ref)).isPresent())
                .findFirst()
                .orElseThrow();
        Entry entry = new Entry(id, about, 5, neighbours.clock().instant().plus(in));
        queue.put(entry);
        return entry;
    }

    private static Told told(Entry entry) {
        return new Told(entry.dueAt(), stretch(entry));
    }

    private static Stretch stretch(Entry entry) {
        return entry.stretch();
    }

    @Nested
    class Tells {
        @Test
        void what_came_into_our_shards() {
            Entry entry = arrives(1, ours, Duration.ZERO);

            far.changed();

            assertEquals(List.of(told(entry)), told);
        }

        @Test
        void it_once() {
            arrives(1, ours, Duration.ZERO);

            for (int i = 0; i < 4; i++) {
                far.changed();
            }

            assertEquals(1, told.size());
        }

        @Test
        void what_became_visible_after_something_with_a_higher_id() {
            arrives(2, theirs, Duration.ZERO);
            far.changed();
            Entry late = arrives(1, ours, Duration.ZERO);

            far.changed();

            assertEquals(List.of(told(late)), told);
        }

        @Test
        void a_stretch_once_with_the_earliest_time() {
            Entry later = arrives(1, ours, Duration.ofSeconds(1));
            Entry earlier =
                    new Entry(2, later.about(), later.lane(), later.dueAt().minusMillis(300));
            queue.put(earlier);

            far.changed();

            assertEquals(List.of(told(earlier)), told);
        }

        @Test
        void what_came_although_the_near_bell_had_rung_there_before() {
            Entry entry = arrives(2, ours, Duration.ZERO);
            near.ring(stretch(entry));
            far.changed();
            assertEquals(List.of(), told, "the worker looks there by itself");

            far.changed();

            assertEquals(List.of(told(entry)), told, "but it may have come after that look");
        }
    }

    @Nested
    class Does_not_tell {
        @Test
        void what_was_there_before_it_began() {
            FarBell later = new FarBell(arrivals, neighbours.workplace(ours));
            later.tell(Place.ERRANDS, near, (due, stretch) -> told.add(new Told(due, stretch)));
            arrives(7, ours, Duration.ZERO);

            later.changed();
            later.changed();

            assertEquals(List.of(), told);
        }

        @Test
        void what_came_into_the_shards_of_another() {
            arrives(1, theirs, Duration.ZERO);

            far.changed();

            assertEquals(List.of(), told);
        }

        @Test
        void what_is_due_much_later() {
            arrives(1, ours, Duration.ofMinutes(1));

            far.changed();

            assertEquals(List.of(), told);
        }

        @Test
        void anything_where_there_is_no_other() {
            neighbours.gone(theirs);
            theirs.close();
            far.changed();
            arrives(1, ours, Duration.ZERO);

            far.changed();

            assertEquals(List.of(), told);
        }
    }

    @Nested
    class Looks {
        @Test
        void seldom_when_nothing_goes_on() {
            far.changed();

            assertEquals(FarBell.SELDOM, far.pause());
        }

        @Test
        void often_for_five_seconds_after_something_came() {
            arrives(1, theirs, Duration.ZERO);
            far.changed();
            assertEquals(FarBell.OFTEN, far.pause());

            neighbours.move(FarBell.LIVELY.minus(MOMENT));
            far.changed();
            assertEquals(FarBell.OFTEN, far.pause());
            neighbours.move(MOMENT);
            far.changed();

            assertEquals(FarBell.SELDOM, far.pause());
        }
    }

    @Nested
    class Says_that_something_changed {
        @Test
        void when_somebody_came() {
            neighbours.shards.join(GivenShards.member("a third"));

            assertTrue(far.changed());
            assertFalse(far.changed());
        }

        @Test
        void when_a_shard_is_free() {
            neighbours.shards.give("theirs", theirs.current().keySet());

            assertTrue(far.changed());
        }

        @Test
        void when_somebody_is_not_seen_any_more() {
            neighbours.gone(theirs);
            neighbours.pass(Leases.SPAN, Leases.RENEWAL);

            assertTrue(far.changed());
        }

        @Test
        void and_the_shares_follow_at_once() {
            ours.watchedBy(far);
            neighbours.gone(theirs);
            theirs.close();

            ours.step();

            assertEquals(Shard.COUNT, ours.current().size());
        }
    }
}
