package io.quittance.bootstrap.wiring;

import io.quittance.application.shard.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The rests of what goes on from time to time until its instance ends; closing ends them all. */
final class Rests implements AutoCloseable {
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @return false if this is closed */
    boolean rest(Duration span) {
        try {
            return !closing.await(span.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Rests after each step of a work that begins now.
     *
     * @param times for so many times as long as the step took
     * @param least but so long at least
     * @return says after each rest whether to go on: false once this is closed, or the work is not ours any more
     */
    BooleanSupplier between(Ticker ticker, int times, Duration least, BooleanSupplier ours) {
        return new BooleanSupplier() {
            private long since = ticker.nanos();

            @Override
            public boolean getAsBoolean() {
                Duration rest = ticker.since(since).multipliedBy(times);
                boolean open = rest(rest.compareTo(least) < 0 ? least : rest);
                since = ticker.nanos();
                return open && ours.getAsBoolean();
            }
        };
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
