package io.quittance.application.shard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Optional;

/** Failures of something that is tried again and again: told when they begin and when they end, not each time. */
final class Streak {
    private final System.Logger log;
    private final String failing;
    private final String again;
    private int failures;
    private volatile Optional<String> last = Optional.empty();

    /**
     * @param failing what is said at the first failure, before its message
     * @param again what is said at the end, before their number
     */
    Streak(System.Logger log, String failing, String again) {
        this.log = log;
        this.failing = failing;
        this.again = again;
    }

    void wentWell() {
        if (failures > 0) {
            log.log(INFO, again + ", after " + failures + " failures");
        }
        failures = 0;
        last = Optional.empty();
    }

    void failed(RuntimeException e) {
        last = Optional.of(String.valueOf(e.getMessage()));
        if (failures++ == 0) {
            log.log(WARNING, failing + ": " + e.getMessage());
        }
    }

    /** Why it failed the last time; empty if it went well. Any thread may ask. */
    Optional<String> last() {
        return last;
    }
}
