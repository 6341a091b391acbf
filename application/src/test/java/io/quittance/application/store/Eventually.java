package io.quittance.application.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads, or a database's clock, will bring about. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(2);

    private Eventually() {}

    /** @param what names the condition in the message of a test that waited in vain */
    public static void become(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
