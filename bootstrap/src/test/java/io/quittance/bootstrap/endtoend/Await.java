package io.quittance.bootstrap.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time: looked at often at first, and seldom once it takes long, as looking costs as well. */
public final class Await {
    private static final long SHORTEST = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofMillis(500).toNanos();

    /** Nothing is seen later than by this part of the time that it took. */
    private static final int PART = 20;

    private Await() {}

    public static void until(String what, Duration most, BooleanSupplier condition) {
        until(() -> what, most, condition);
    }

    /** @param what said only if it does not come about, so it may tell where things stand then */
    public static void until(Supplier<String> what, Duration most, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            long waited = System.nanoTime() - began;
            if (waited > most.toNanos()) {
                throw new AssertionError("not within " + most.toSeconds() + " s: " + what.get());
            }
            LockSupport.parkNanos(Math.clamp(waited / PART, SHORTEST, LONGEST));
        }
    }
}
