package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;

/** How fast the entries of a lane are begun, where somebody wants it slow. {@link Lanes} guards it. */
final class Pace {
    /** As much of what was missed is made up for; more would be a burst. */
    static final Duration MISSED = Duration.ofMillis(250);

    private static final double NANOS = 1e9;

    private double perSecond = Double.POSITIVE_INFINITY;
    private Instant next = Instant.MIN;

    boolean isSet() {
        return perSecond != Double.POSITIVE_INFINITY;
    }

    /** From now on so many at most. @param rate in a second, 0 where nothing may be begun at all */
    void set(double rate, Instant now) {
        next = isSet() ? next : now;
        perSecond = rate;
    }

    void free() {
        perSecond = Double.POSITIVE_INFINITY;
    }

    boolean mayBegin(Instant now) {
        return !isSet() || perSecond > 0 && !now.isBefore(turn(now));
    }

    /** When the next may be begun; never much later than now, were the clock set back meanwhile. */
    Instant turn(Instant now) {
        Instant latest = now.plus(gap());
        return next.isAfter(latest) ? latest : next;
    }

    /** Counts one that is begun now. */
    void begun(Instant now) {
        if (isSet()) {
            Instant due = turn(now);
            Instant earliest = now.minus(MISSED);
            next = (due.isBefore(earliest) ? earliest : due).plus(gap());
        }
    }

    private Duration gap() {
        return perSecond > 0 ? Duration.ofNanos((long) (NANOS / perSecond)) : Duration.ZERO;
    }
}
