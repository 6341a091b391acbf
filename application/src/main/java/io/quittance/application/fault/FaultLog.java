package io.quittance.application.fault;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells of unexpected faults: with a trace the first time, and as one line each for the next minute if the cause is the
 * same. Of a database that is away nothing is told here, as whoever talks with it tells of the outage as a whole.
 */
public final class FaultLog {
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final String OURS = "io.quittance.";

    /** Causes remembered at most; there are never so many, unless each is another. */
    private static final int CAUSES = 200;

    private final System.Logger log;
    private final InstantSource clock;
    private final Map<String, Seen> causes = new HashMap<>();

    /** @param times how often it was told within the minute that began then */
    private record Seen(Instant since, int times) {}

    public FaultLog(System.Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @param what went wrong, in words by which its line can be found again */
    public void tell(String what, Throwable e) {
        if (e instanceof StoreUnavailable) {
            log.log(DEBUG, what + ": " + e.getMessage());
            return;
        }
        int times = times(cause(e));
        if (times == 1) {
            log.log(ERROR, what, e);
        } else {
            log.log(ERROR, what + ": " + e + ", " + times + " times within a minute; the first has its trace");
        }
    }

    private synchronized int times(String cause) {
        Instant now = clock.instant();
        causes.values().removeIf(seen -> !now.isBefore(seen.since().plus(SPAN)));
        if (causes.size() >= CAUSES) {
            causes.clear();
        }
        Seen seen = causes.getOrDefault(cause, new Seen(now, 0));
        causes.put(cause, new Seen(seen.since(), seen.times() + 1));
        return seen.times() + 1;
    }

    /** The kind of the innermost, and where in our code it came from. */
    private static String cause(Throwable e) {
        if (e.getCause() != null) {
            return cause(e.getCause());
        }
        return e.getClass().getName()
                + Arrays.stream(e.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(StackTraceElement::toString)
                        .orElse("");
    }
}
