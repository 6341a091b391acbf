package io.quittance.persistence.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database that does not answer yet, as after a power failure, when all start at once; and says so. */
public final class StartWait {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(StartWait.class);

    private StartWait() {}

    /**
     * Opens again and again what needs the database.
     *
     * @param open leaves nothing open when it throws
     * @throws DatabaseUnavailable what {@code open} throws, once it is nothing that passes or the time is over
     */
    public static <T> T until(Duration most, Supplier<T> open) {
        long begun = System.nanoTime();
        long told = begun - AGAIN.toNanos();
        while (true) {
            try {
                return open.get();
            } catch (DatabaseUnavailable e) {
                long now = System.nanoTime();
                Duration left = most.minusNanos(now - begun);
                if (!e.isPassing() || !left.isPositive() || !paused(PAUSE.compareTo(left) < 0 ? PAUSE : left)) {
                    throw e;
                }
                if (now - told >= AGAIN.toNanos()) {
                    told = now;
                    LOG.warn("{} Waiting for it, {} s more at most.", e.getMessage(), left.toSeconds());
                }
            }
        }
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
