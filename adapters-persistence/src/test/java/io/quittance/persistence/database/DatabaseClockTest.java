package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The database's clock")
class DatabaseClockTest {
    private static final Instant HERE = Instant.parse("2026-03-01T12:00:00Z");

    private final DatabaseClock clock = new DatabaseClock();

    private void measure(Duration ahead, Duration roundTrip) {
        clock.measured(HERE, HERE.plus(roundTrip.dividedBy(2)).plus(ahead), HERE.plus(roundTrip));
    }

    private Duration ahead() {
        assertEquals(HERE, clock.here(clock.there(HERE)), "there and back again");
        return Duration.between(HERE, clock.there(HERE));
    }

    @Test
    void is_taken_for_ours_until_it_was_read() {
        assertEquals(Duration.ZERO, ahead());
    }

    @Test
    void is_followed_where_it_differs() {
        measure(Duration.ofSeconds(60), Duration.ofMillis(4));
        assertEquals(Duration.ofSeconds(60), ahead());

        measure(Duration.ofSeconds(-3), Duration.ofMillis(4));
        assertEquals(Duration.ofSeconds(-3), ahead());
    }

    @Test
    void is_followed_no_finer_than_times_are_kept() {
        measure(Duration.ofSeconds(60).plusNanos(1_999), Duration.ofMillis(4));

        assertEquals(Duration.ofSeconds(60).plusNanos(1_000), ahead());
    }

    @Test
    void is_taken_for_ours_where_it_differs_little() {
        measure(DatabaseClock.IGNORED, Duration.ZERO);
        assertEquals(Duration.ZERO, ahead());

        measure(DatabaseClock.IGNORED.plusMillis(1), Duration.ZERO);
        assertEquals(DatabaseClock.IGNORED.plusMillis(1), ahead());
    }

    @Test
    void is_not_followed_in_what_varies_a_little() {
        measure(Duration.ofSeconds(60), Duration.ofMillis(4));

        measure(Duration.ofSeconds(60).plusMillis(30), Duration.ofMillis(4));
        measure(Duration.ofSeconds(60).minusMillis(30), Duration.ofMillis(4));

        assertEquals(Duration.ofSeconds(60), ahead());
    }

    @Test
    void is_not_believed_to_differ_where_a_slow_answer_explains_it() {
        measure(Duration.ofSeconds(1), Duration.ofSeconds(3));

        assertEquals(Duration.ZERO, ahead());
    }
}
