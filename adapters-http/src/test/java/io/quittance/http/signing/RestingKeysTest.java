package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import io.quittance.http.live.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key that has ended and is signed with")
class RestingKeysTest {
    private static final Instant ENDED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Term TERM = new Term(Term.ALWAYS, Optional.of(ENDED));
    private static final String KEY = "3b24".repeat(16);
    private static final String OTHER = "77aa".repeat(16);

    private Instant now = ENDED.plus(Duration.ofDays(1));
    private final RestingKeys resting = new RestingKeys(() -> now);

    /** How often the log is told. */
    private int told(String key) {
        try (Heard heard = new Heard()) {
            resting.refused("a request of app A1", key, TERM);
            return heard.lines().size();
        }
    }

    @Test
    void is_told_of_with_the_time_at_which_it_ended() {
        try (Heard heard = new Heard()) {
            String why = resting.refused("a request of app A1", KEY, TERM);

            assertEquals("signed with the key " + KeyRing.shown(KEY) + ", which ended at 2026-03-01T00:00:00Z", why);
            assertEquals("refused a request of app A1: it is " + why, heard.text());
            assertEquals(
                    List.of(Level.WARN),
                    heard.lines().stream().map(line -> line.getLevel()).toList());
        }
    }

    @Test
    void is_logged_once_a_minute_and_answered_each_time() {
        assertEquals(1, told(KEY));
        assertEquals(1, told(OTHER));

        now = now.plus(Duration.ofSeconds(60).minusNanos(1));
        assertEquals(0, told(KEY));
        assertEquals(0, told(OTHER));

        now = now.plusNanos(1);
        assertEquals(1, told(KEY));
        now = now.plusNanos(1);
        assertEquals(0, told(KEY));
    }

    @Test
    void is_logged_again_after_the_clock_was_set_back() {
        assertEquals(1, told(KEY));
        now = now.minus(Duration.ofHours(1));

        assertEquals(1, told(KEY));
        now = now.plus(Duration.ofSeconds(59));
        assertEquals(0, told(KEY));
    }
}
