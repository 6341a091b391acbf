package io.quittance.application.shard;

import java.time.Duration;

/** When to look which lanes are held, and whether what was seen still counts. {@link Lanes} guards it. */
final class Holds {
    /** How soon what another instance held or released counts here. */
    static final Duration SPAN = Duration.ofMillis(1_500);

    private final Ticker ticker;
    private final boolean asked;
    private boolean known;
    private long lookAt;
    private int found;

    /** @param asked whether there is somebody to ask; else none is ever held */
    Holds(boolean asked, Ticker ticker) {
        this.asked = asked;
        this.known = !asked;
        this.ticker = ticker;
        this.lookAt = ticker.nanos();
    }

    /** Whether it was ever seen: until then any lane may be held. */
    boolean known() {
        return known;
    }

    /** In nanoseconds. */
    long untilLook() {
        return asked ? lookAt - ticker.nanos() : Long.MAX_VALUE;
    }

    /** @return what {@link #looked} is to be told */
    int beginLook() {
        lookIn(SPAN);
        return found;
    }

    void lookIn(Duration time) {
        lookAt = ticker.nanos() + time.toNanos();
    }

    /** This instance has found out itself that one is held. */
    void found() {
        found++;
    }

    /** @return whether that counts: what this instance has found out meanwhile may have come after it */
    boolean looked(int begun) {
        if (begun != found) {
            lookIn(Duration.ZERO);
            return false;
        }
        known = true;
        return true;
    }
}
