package io.quittance.domain.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The waits before each attempt to tell a merchant something. They are gaps: each begins when the attempt before has
 * ended. PayerMax gives the figures and not whether they are gaps; as offsets they would crowd behind a slow receiver.
 */
public record RetrySchedule(List<Duration> gaps) {
    /** The schedule of all enveloped notifications: six attempts within 13 h 15 min 30 s. "Callback Notification". */
    public static final RetrySchedule ENVELOPED = new RetrySchedule(List.of(
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(12)));

    /** The schedule of the legacy payout callback: ten attempts within 23 h 8 min 40 s. Old "Notification". */
    public static final RetrySchedule LEGACY = new RetrySchedule(List.of(
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(15)));

    public RetrySchedule {
        gaps = List.copyOf(gaps);
        if (gaps.isEmpty() || gaps.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("gaps: " + gaps + " (expected: at least one, none negative)");
        }
    }

    /** How long to wait before the next attempt when so many were made; empty if that was the last one. */
    public Optional<Duration> after(int attempts) {
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 0)");
        }
        return attempts < gaps.size() ? Optional.of(gaps.get(attempts)) : Optional.empty();
    }

    public int attempts() {
        return gaps.size();
    }
}
