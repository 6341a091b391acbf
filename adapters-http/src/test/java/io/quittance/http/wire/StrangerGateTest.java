package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("At the gate")
class StrangerGateTest {
    private static final Source HERE = new Source("192.0.2.1");
    private static final Source THERE = new Source("192.0.2.2");
    private static final String REQUEST = "request";

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final StrangerGate gate =
            new StrangerGate(new StrangerLimits(OptionalInt.of(60), OptionalInt.of(30)), clock);

    private static Optional<String> app(String id) {
        return Optional.of(id);
    }

    private void fail(int times, Source from, String app) {
        for (int one = 0; one < times; one++) {
            gate.failed(from, REQUEST, app(app));
        }
    }

    /** By what it is refused; empty if it is checked. */
    private String refused(Source from, String app) {
        try {
            gate.check(from, REQUEST, app(app));
            return "";
        } catch (Refusal refusal) {
            assertEquals(WireCode.TOO_MANY_REQUEST, refusal.code());
            return refusal.field();
        }
    }

    @Nested
    class Who_fails_as_one_app {
        @Test
        void is_checked_as_often_as_the_limit_says_and_not_once_more() {
            fail(29, HERE, "A");
            assertEquals("", refused(HERE, "A"));

            fail(1, HERE, "A");

            assertEquals("appId", refused(HERE, "A"));
            assertEquals(1, gate.refused(StrangerGate.Limit.APP));
        }

        @Test
        void takes_nothing_from_that_app_elsewhere_nor_from_others_here() {
            fail(30, HERE, "A");

            assertEquals("", refused(THERE, "A"));
            assertEquals("", refused(HERE, "B"));
        }

        @Test
        void is_checked_again_evenly_within_the_minute() throws Refusal {
            fail(30, HERE, "A");
            clock.move(Duration.ofSeconds(1));
            assertEquals("appId", refused(HERE, "A"));

            clock.move(Duration.ofSeconds(1));
            assertEquals("", refused(HERE, "A"));
            fail(1, HERE, "A");
            assertEquals("appId", refused(HERE, "A"));

            clock.move(Duration.ofMinutes(1));
            fail(29, HERE, "A");
            assertEquals("", refused(HERE, "A"));
        }

        @Test
        void is_not_held_up_longer_by_a_clock_that_is_set_back() {
            fail(30, HERE, "A");
            clock.move(Duration.ofHours(-1));
            assertEquals("appId", refused(HERE, "A"));

            clock.move(Duration.ofMinutes(1));

            assertEquals("", refused(HERE, "A"));
        }

        @Test
        void is_told_apart_by_whether_he_asks_or_tells() throws Refusal {
            fail(30, HERE, "A");

            gate.check(HERE, "notification", app("A"));
        }
    }

    @Nested
    class Who_fails_as_many_apps {
        @Test
        void is_refused_whoever_else_he_claims_to_be() {
            for (int one = 0; one < 60; one++) {
                fail(1, HERE, "A" + one);
            }

            assertEquals("address", refused(HERE, "B"));
            assertEquals("", refused(THERE, "B"));
            assertEquals(1, gate.refused(StrangerGate.Limit.ADDRESS));
        }

        @Test
        void does_not_shut_out_an_app_that_signed_well_behind_the_same_address() {
            gate.passed(HERE, REQUEST, app("GOOD"));
            for (int one = 0; one < 60; one++) {
                fail(1, HERE, "A" + one);
            }

            assertEquals("", refused(HERE, "GOOD"));
            clock.move(StrangerGate.KNOWN_FOR.plusMillis(1));
            for (int one = 0; one < 60; one++) {
                fail(1, HERE, "A" + one);
            }
            assertEquals("address", refused(HERE, "GOOD"), "that was long ago");
        }

        @Test
        void fills_no_memory_with_names_that_are_none() {
            fail(30, HERE, "x".repeat(65));

            assertEquals("appId", refused(HERE, "y".repeat(1_000)));
        }
    }

    @Test
    void so_many_addresses_are_remembered_the_latest_ones() {
        fail(30, THERE, "A");
        for (int one = 0; one < Failures.MOST; one++) {
            fail(1, new Source("198.51.100." + one), "A");
        }
        fail(29, new Source("198.51.100.9"), "A");

        assertEquals("", refused(THERE, "A"));
        assertEquals("appId", refused(new Source("198.51.100.9"), "A"));
    }

    @Test
    void nobody_is_stopped_without_limits() throws Refusal {
        StrangerGate open = new StrangerGate(StrangerLimits.NONE, clock);
        for (int one = 0; one < 10_000; one++) {
            open.failed(HERE, REQUEST, app("A"));
        }

        open.check(HERE, REQUEST, app("A"));
    }
}
