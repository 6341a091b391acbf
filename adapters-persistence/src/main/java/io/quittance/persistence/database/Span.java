package io.quittance.persistence.database;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A time in which something goes wrong again and again: it is told when that begins, now and then how often it was since, and when
 * it is over. Told each time, it would fill the log under load.
 */
final class Span {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** One that is saturated lets some through and not others; it is over when it let all through for so long. */
    private static final Duration OVER = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Consumer<String> told;
    private final Consumer<String> over;
    private final String what;
    private final String end;
    private volatile boolean on;
    private long since;
    private long lastTold;
    private long times;
    private long last;

    /**
     * @param told hears while it lasts, {@code over} that it is over
     * @param what happens each time, in words that follow "it was"
     * @param end what is so when it is over, in words that begin a sentence
     */
    Span(LongSupplier nanos, Consumer<String> told, Consumer<String> over, String what, String end) {
        this.nanos = nanos;
        this.told = told;
        this.over = over;
        this.what = what;
        this.end = end;
    }

    /** It went wrong. @param sentence how, where that is told */
    synchronized void happened(Supplier<String> sentence) {
        long now = nanos.getAsLong();
        last = now;
        times++;
        if (!on) {
            on = true;
            since = now;
            lastTold = now;
            times = 1;
            told.accept(sentence.get());
        } else if (now - lastTold >= AGAIN.toNanos()) {
            lastTold = now;
            told.accept(sentence.get() + " It was " + what + " " + times + " times in " + seconds(now - since) + " s.");
        }
    }

    /** It went well. */
    void answered() {
        if (on) {
            end();
        }
    }

    private synchronized void end() {
        if (on && nanos.getAsLong() - last >= OVER.toNanos()) {
            on = false;
            over.accept(
                    end + ", after " + seconds(last - since) + " s in which it was " + what + " " + times + " times.");
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds();
    }
}
