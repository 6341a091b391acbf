package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Store;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link HeldLanes} promises. */
public interface HeldLanesContract {
    Optional<String> SHE = Optional.of("Ada");
    Optional<String> HE = Optional.of("Bob");

    Store store();

    private HeldLanes lanes() {
        return store().heldLanes();
    }

    /** Nobody else has it. */
    private static long lane() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    }

    private Optional<HeldLane> find(long lane) {
        return lanes().all().stream().filter(one -> one.lane() == lane).findFirst();
    }

    private HeldLane held(long lane) {
        return find(lane).orElseThrow();
    }

    @Test
    default void holds_a_lane_until_it_is_released() {
        long lane = lane();
        assertTrue(lanes().hold(lane, "they move house", SHE));

        assertEquals(new HeldLane(lane, held(lane).since(), "they move house", SHE), held(lane));
        assertTrue(lanes().release(lane));
        assertEquals(Optional.empty(), find(lane));
    }

    @Test
    default void says_when_nothing_changed() {
        long lane = lane();
        assertFalse(lanes().release(lane), "it is not held");
        lanes().hold(lane, "they move house", SHE);
        HeldLane first = held(lane);

        assertFalse(lanes().hold(lane, "another reason", HE));

        assertEquals(first, held(lane));
    }

    @Test
    default void keeps_each_lane_by_itself() {
        long one = lane();
        long other = one + 1;
        lanes().hold(one, "one", SHE);
        lanes().hold(other, "other", Optional.empty());

        lanes().release(one);

        assertEquals(Optional.empty(), find(one));
        assertEquals("other", held(other).why());
        lanes().release(other);
    }

    @Test
    default void releases_for_a_new_address_only_what_no_person_holds() {
        long gone = lane();
        long kept = gone + 1;
        lanes().hold(gone, "410 Gone", Optional.empty());
        lanes().hold(kept, "they move house", SHE);

        assertTrue(lanes().releaseUnlessByPerson(gone));
        assertFalse(lanes().releaseUnlessByPerson(gone), "it is held no more");
        assertFalse(lanes().releaseUnlessByPerson(kept));

        assertEquals(Optional.empty(), find(gone));
        assertEquals(SHE, held(kept).person());
    }

    @Test
    default void lets_a_person_take_over_what_the_other_side_has_caused_and_not_the_other_way_round() {
        long lane = lane();
        lanes().hold(lane, "410 Gone", Optional.empty());

        assertTrue(lanes().hold(lane, "they will call us", SHE));
        assertFalse(lanes().hold(lane, "410 Gone", Optional.empty()));

        assertEquals("they will call us", held(lane).why());
        assertEquals(SHE, held(lane).person());
    }

    @Test
    default void keeps_as_much_of_a_reason_and_a_name_as_there_is_room_for() {
        long lane = lane();
        lanes().hold(
                        lane,
                        "x".repeat(HeldLanes.LONGEST_WHY + 1),
                        Optional.of("y".repeat(HeldLanes.LONGEST_PERSON + 1)));

        assertEquals("x".repeat(HeldLanes.LONGEST_WHY), held(lane).why());
        assertEquals(
                Optional.of("y".repeat(HeldLanes.LONGEST_PERSON)), held(lane).person());
    }

    @Test
    default void holds_nothing_when_the_unit_of_work_comes_to_nothing() {
        long lane = lane();
        try {
            store().perform(() -> {
                lanes().hold(lane, "410 Gone", Optional.empty());
                throw new IllegalArgumentException("not after all");
            });
        } catch (IllegalArgumentException e) {
            assertEquals("not after all", e.getMessage());
        }

        assertEquals(Optional.empty(), find(lane));
    }

    @Test
    default void slows_a_lane_in_place_of_a_hold_and_until_it_is_released() {
        long lane = lane();
        lanes().hold(lane, "they move house", SHE);

        assertTrue(lanes().slow(lane, 200, "released slowly", "Bob"));

        assertEquals(new HeldLane(lane, held(lane).since(), "released slowly", HE, Optional.of(200)), held(lane));
        assertFalse(lanes().slow(lane, 200, "again", "Ada"), "it is so already");
        assertTrue(lanes().slow(lane, 50, "slower", "Ada"));
        assertEquals(Optional.of(50), held(lane).perSecond());
        assertFalse(lanes().releaseUnlessByPerson(lane), "a person has slowed it");
        assertTrue(lanes().release(lane));
        assertEquals(Optional.empty(), find(lane));
    }

    @Test
    default void holds_what_was_slowed_whoever_wants_it() {
        long one = lane();
        long other = one + 1;
        lanes().slow(one, 5, "slowly", "Ada");
        lanes().slow(other, 5, "slowly", "Ada");

        assertTrue(lanes().hold(one, "410 Gone", Optional.empty()));
        assertTrue(lanes().hold(other, "they move house", HE));

        assertEquals(new HeldLane(one, held(one).since(), "410 Gone", Optional.empty()), held(one));
        assertEquals(new HeldLane(other, held(other).since(), "they move house", HE), held(other));
        lanes().release(one);
        lanes().release(other);
    }
}
