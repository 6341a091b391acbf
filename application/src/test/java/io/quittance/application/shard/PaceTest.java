package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pace of a lane")
class PaceTest {
    private static final int RATE = 200;

    private final Pace pace = new Pace();
    private Instant now = Given.NOON;

    private int begin() {
        int begun = 0;
        while (pace.mayBegin(now)) {
            pace.begun(now);
            begun++;
        }
        return begun;
    }

    @Test
    void is_none_until_a_rate_is_set_and_after_it_is_taken_away() {
        assertTrue(pace.mayBegin(now));
        pace.begun(now);
        assertTrue(pace.mayBegin(now));

        pace.set(RATE, now);
        assertEquals(1, begin());

        pace.free();
        assertTrue(pace.mayBegin(now));
        assertFalse(pace.isSet());
    }

    @Test
    void keeps_the_rate_whenever_it_is_looked() {
        pace.set(RATE, now);
        Random moments = new Random(4711);
        Instant end = now.plusSeconds(60);
        int begun = 0;
        while (now.isBefore(end)) {
            begun += begin();
            now = now.plus(Duration.ofMillis(1 + moments.nextInt(120)));
        }

        assertTrue(Math.abs(begun - 60 * RATE) <= RATE / 4, begun + " in a minute");
    }

    @Test
    void makes_up_for_a_quarter_of_a_second_and_for_no_more() {
        pace.set(RATE, now);
        begin();

        now = now.plusSeconds(30);

        assertEquals(RATE / 4 + 1, begin());
    }

    @Test
    void says_when_the_next_may_be_begun() {
        pace.set(RATE, now);
        begin();

        assertEquals(now.plusMillis(5), pace.turn(now));
        assertFalse(pace.mayBegin(now.plusMillis(4)));
        assertTrue(pace.mayBegin(now.plusMillis(5)));
    }

    @Test
    void waits_for_one_gap_at_most_where_the_clock_is_set_back() {
        pace.set(RATE, now);
        begin();

        now = now.minusSeconds(3600);

        assertFalse(pace.mayBegin(now));
        assertEquals(now.plusMillis(5), pace.turn(now));
        pace.begun(now.plusMillis(5));
        assertEquals(now.plusMillis(10), pace.turn(now.plusMillis(5)));
    }

    @Test
    void begins_nothing_where_none_of_the_rate_is_this_instances() {
        pace.set(0, now);

        assertFalse(pace.mayBegin(now.plusSeconds(3600)));
        assertTrue(pace.isSet());
    }

    @Test
    void goes_on_where_it_was_when_the_rate_changes() {
        pace.set(1, now);
        begin();

        pace.set(RATE, now);

        assertEquals(now.plusMillis(5), pace.turn(now), "and not a second later");
    }
}
