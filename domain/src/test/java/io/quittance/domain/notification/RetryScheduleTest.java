package io.quittance.domain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The schedule of notifications")
class RetryScheduleTest {
    private final RetrySchedule schedule = RetrySchedule.ENVELOPED;

    /** PayerMax "Callback Notification": the figures, word for word. */
    @Test
    void waits_0_s_30_s_5_min_10_min_1_h_and_12_h() {
        List<String> waits = IntStream.range(0, schedule.attempts())
                .mapToObj(made -> schedule.after(made).orElseThrow().toString())
                .toList();

        assertEquals(List.of("PT0S", "PT30S", "PT5M", "PT10M", "PT1H", "PT12H"), waits);
    }

    /** PayerMax "Notification" of the old version: the figures, word for word. */
    @Test
    void has_ten_steps_for_the_legacy_payout_callback() {
        RetrySchedule legacy = RetrySchedule.LEGACY;
        List<String> waits = IntStream.range(0, legacy.attempts())
                .mapToObj(made -> legacy.after(made).orElseThrow().toString())
                .toList();

        assertEquals(List.of("PT0S", "PT10S", "PT30S", "PT1M", "PT2M", "PT5M", "PT1H", "PT2H", "PT5H", "PT15H"), waits);
        assertEquals(Optional.empty(), legacy.after(10));
    }

    @Test
    void ends_after_six_attempts() {
        assertEquals(6, schedule.attempts());
        assertEquals(Optional.empty(), schedule.after(6));
        assertEquals(Optional.empty(), schedule.after(7));
    }

    @Test
    void takes_13_hours_15_minutes_and_30_seconds_in_all() {
        assertEquals(
                Duration.ofHours(13).plusMinutes(15).plusSeconds(30),
                schedule.gaps().stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void cannot_count_fewer_attempts_than_none() {
        assertThrows(IllegalArgumentException.class, () -> schedule.after(-1));
    }

    @Test
    void has_at_least_one_gap_and_none_that_is_negative() {
        List<Duration> backwards = List.of(Duration.ZERO, Duration.ofSeconds(-1));

        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(backwards));
    }

    @Test
    void does_not_change_with_the_list_that_it_was_made_of() {
        List<Duration> gaps = new ArrayList<>(List.of(Duration.ZERO));
        RetrySchedule made = new RetrySchedule(gaps);

        gaps.add(Duration.ofDays(1));

        assertEquals(1, made.attempts());
    }
}
