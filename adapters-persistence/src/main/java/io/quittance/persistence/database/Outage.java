package io.quittance.persistence.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a database that is away: when that begins, now and then how often it was missed since, and when it is back.
 * Whoever missed it says nothing more, or an outage under load would fill the log.
 */
final class Outage {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** One that is saturated lets some through and not others; it is back when it let all through for so long. */
    private static final Duration BACK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final LongSupplier nanos;
    private final Consumer<String> away;
    private final Consumer<String> back;
    private volatile boolean on;
    private long since;
    private long told;
    private long missed;
    private long lastMissed;

    /** @param away hears of the outage, {@code back} of its end */
    Outage(LongSupplier nanos, Consumer<String> away, Consumer<String> back) {
        this.nanos = nanos;
        this.away = away;
        this.back = back;
    }

    static Outage logged() {
        return new Outage(System::nanoTime, LOG::error, LOG::warn);
    }

    /** Somebody missed it. @param purpose what for, in words that follow "could not" */
    synchronized void missed(String purpose, SQLException e) {
        long now = nanos.getAsLong();
        lastMissed = now;
        missed++;
        if (!on) {
            on = true;
            since = now;
            told = now;
            missed = 1;
            away.accept(sentence(purpose, e));
        } else if (now - told >= AGAIN.toNanos()) {
            told = now;
            away.accept(
                    sentence(purpose, e) + " It was missed " + missed + " times in " + seconds(now - since) + " s.");
        }
    }

    /** Somebody had what he wanted of it. */
    void answered() {
        if (on) {
            end();
        }
    }

    private synchronized void end() {
        long now = nanos.getAsLong();
        if (on && now - lastMissed >= BACK.toNanos()) {
            on = false;
            back.accept("The database is back, after " + seconds(lastMissed - since) + " s in which it was missed "
                    + missed + " times.");
        }
    }

    private static String sentence(String purpose, SQLException e) {
        return DatabaseUnavailable.during(purpose, e).getMessage();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds();
    }
}
