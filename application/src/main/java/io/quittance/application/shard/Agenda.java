package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Which shards to look at next, and when: at once, at a known time, or all of them every so often. */
final class Agenda {
    private record Appointment(Instant at, Shard shard) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Shard> now = new HashSet<>();
    private final PriorityQueue<Appointment> later = new PriorityQueue<>(Comparator.comparing(Appointment::at));
    private final Ticker ticker;
    private long rescanAt;
    private boolean closed;

    Agenda(Ticker ticker) {
        this.ticker = ticker;
        this.rescanAt = ticker.nanos();
    }

    void now(Shard shard) {
        lock.lock();
        try {
            if (now.add(shard)) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void everything() {
        lock.lock();
        try {
            rescanAt = ticker.nanos();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void at(Instant time, Shard shard) {
        lock.lock();
        try {
            later.add(new Appointment(time, shard));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until some shard is to be looked at; answers every one that is, and none once it is closed. */
    Set<Shard> next(InstantSource clock, Duration rescan) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                Instant time = clock.instant();
                while (!later.isEmpty() && !later.peek().at().isAfter(time)) {
                    now.add(later.poll().shard());
                }
                long untilRescan = rescanAt - ticker.nanos();
                if (untilRescan <= 0) {
                    rescanAt = ticker.nanos() + rescan.toNanos();
                    now.addAll(Shard.all());
                }
                if (!now.isEmpty()) {
                    Set<Shard> taken = Set.copyOf(now);
                    now.clear();
                    return taken;
                }
                changed.awaitNanos(Math.min(untilRescan, untilAppointment(time)));
            }
            return Set.of();
        } finally {
            lock.unlock();
        }
    }

    private long untilAppointment(Instant time) {
        if (later.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return Duration.between(time, later.peek().at()).toNanos();
    }

    /** After an error: everything again, but not at once. */
    void rest() {
        lock.lock();
        try {
            now.clear();
            rescanAt = ticker.nanos() + TimeUnit.SECONDS.toNanos(1);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits: there is nothing more to look at. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
