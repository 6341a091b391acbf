package io.quittance.http.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many failures are held against each of many, as a bucket that leaks: what one minute allows may come at once, and is
 * forgiven evenly within a minute. Bounded: of more than {@link #MOST} the one that failed the longest ago is forgotten; who
 * commands so many addresses is not held up by what each of them may do.
 */
final class Failures<K> {
    static final int MOST = 16_384;

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final int limit;
    private final InstantSource clock;
    private final Map<K, Held> all = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Held> eldest) {
            return size() > MOST;
        }
    };

    /** @param limit within a minute */
    Failures(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    private record Held(double failures, Instant at) {}

    /** Whether one more would be one too many. */
    synchronized boolean full(K one) {
        return left(one, clock.instant()) > limit - 1;
    }

    synchronized void add(K one) {
        Instant now = clock.instant();
        all.put(one, new Held(Math.min(limit, left(one, now) + 1), now));
    }

    /** What is not forgiven yet; a clock that was set back forgives nothing and makes nobody wait longer. */
    private double left(K one, Instant now) {
        Held held = all.get(one);
        if (held == null) {
            return 0;
        }
        double forgiven = (double) limit * Duration.between(held.at, now).toMillis() / SPAN.toMillis();
        double left = held.failures - Math.max(0, forgiven);
        if (left <= 0) {
            all.remove(one);
            return 0;
        }
        if (now.isBefore(held.at)) {
            all.put(one, new Held(held.failures, now));
        }
        return left;
    }
}
