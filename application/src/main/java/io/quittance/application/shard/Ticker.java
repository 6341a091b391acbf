package io.quittance.application.shard;

import java.time.Duration;

/**
 * Measures spans. The time of day may be set back or forward while we wait; this only ever goes on. What it shows means
 * nothing but in comparison with what it showed before.
 */
@FunctionalInterface
public interface Ticker {
    /** In nanoseconds from some moment of its own, which may be in the future: compare by difference only. */
    long nanos();

    /** How long ago it showed that. */
    default Duration since(long earlier) {
        return Duration.ofNanos(nanos() - earlier);
    }
}
