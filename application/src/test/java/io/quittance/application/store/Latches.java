package io.quittance.application.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Meetings of threads that must not wait for ever. */
public final class Latches {
    private Latches() {}

    /** Waits for the other one, who is expected. */
    public static void await(CountDownLatch latch) {
        if (!within(latch, Duration.ofSeconds(10))) {
            throw new AssertionError("the other one never came");
        }
    }

    /** @return whether it came in that time */
    public static boolean within(CountDownLatch latch, Duration most) {
        try {
            return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
