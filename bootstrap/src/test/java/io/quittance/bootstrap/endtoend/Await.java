package io.quittance.bootstrap.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Await {
    private Await() {}

    public static void until(String what, Duration most, BooleanSupplier condition) {
        until(() -> what, most, condition);
    }

    /** @param what said only if it does not come about, so it may tell where things stand then */
    public static void until(Supplier<String> what, Duration most, BooleanSupplier condition) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + most.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
