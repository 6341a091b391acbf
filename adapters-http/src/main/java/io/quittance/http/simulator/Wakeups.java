package io.quittance.http.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** When a worker should look again; any thread may add a time, one waits. */
final class Wakeups {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final NavigableSet<Instant> times = new TreeSet<>();

    void at(Instant time) {
        lock.lock();
        try {
            times.add(time);
            if (times.first().equals(time)) {
                sooner.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a time has come, but at most so long, and forgets the times that have come. */
    void await(InstantSource clock, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                Instant now = clock.instant();
                NavigableSet<Instant> come = times.headSet(now, true);
                if (!come.isEmpty()) {
                    come.clear();
                    return;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                sooner.awaitNanos(times.isEmpty() ? left : Math.min(left, until(times.first(), now)));
            }
        } finally {
            lock.unlock();
        }
    }

    private static long until(Instant time, Instant now) {
        return Duration.between(now, time).toNanos();
    }
}
