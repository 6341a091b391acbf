package io.quittance.persistence.database;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far the database's clock is before ours. What is due then or now is kept by the database's clock, so that instances
 * whose clocks differ agree on it; whoever asks and tells goes by the own clock.
 */
public final class DatabaseClock {
    /** Differences that clocks have anyway: to follow them would only make one and the same time vary. */
    static final Duration IGNORED = Duration.ofMillis(50);

    private volatile Duration ahead = Duration.ZERO;

    /**
     * Compares the clocks. What a slow answer explains as well is no difference.
     *
     * @param before when the database was asked, by our clock
     * @param there its time
     * @param after when the answer was here
     */
    public void measured(Instant before, Instant there, Instant after) {
        Duration half = Duration.between(before, after).dividedBy(2);
        Duration seen = Duration.between(before.plus(half), there);
        if (seen.minus(ahead).abs().compareTo(IGNORED.plus(half.abs())) > 0) {
            // No finer than what is kept, so that a time there and back again is the same.
            ahead = seen.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** What its clock shows when ours shows that. */
    Instant there(Instant here) {
        return here.plus(ahead);
    }

    /** What our clock shows when its shows that. */
    Instant here(Instant there) {
        return there.minus(ahead);
    }
}
