package io.quittance.application.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Runs work in lanes: each has a few places and a short queue, so a slow one holds up only itself. */
final class Lanes {
    /** Runs at the same time in one lane. */
    static final int PLACES = 8;

    /** Waits in one lane at most; what does not fit stays in the database. */
    static final int WAITING = 1_000;

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Map<String, Lane> lanes = new HashMap<>();

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    Lanes(String name) {
        this.name = name;
    }

    /** Runs the work as soon as its lane has a place. @return false if too much waits there already */
    boolean offer(String key, Runnable work) {
        lock.lock();
        try {
            Lane lane = lanes.computeIfAbsent(key, _ -> new Lane());
            if (lane.running < PLACES) {
                lane.running++;
                start(key, work);
                return true;
            }
            if (lane.waiting.size() >= WAITING) {
                return false;
            }
            return lane.waiting.add(work);
        } finally {
            lock.unlock();
        }
    }

    /** Each work has its own thread, so that one that breaks takes no other with it. */
    private void start(String key, Runnable work) {
        Thread.ofVirtual().name(name + " " + key).start(() -> {
            try {
                work.run();
            } finally {
                next(key).ifPresent(waiting -> start(key, waiting));
            }
        });
    }

    /** The next work for the place that became free; without any the place is given up. */
    private Optional<Runnable> next(String key) {
        lock.lock();
        try {
            Lane lane = lanes.get(key);
            Optional<Runnable> next = Optional.ofNullable(lane.waiting.poll());
            if (next.isEmpty() && --lane.running == 0) {
                lanes.remove(key);
                if (lanes.isEmpty()) {
                    idle.signalAll();
                }
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing runs, at most so long. */
    void awaitIdle(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (!lanes.isEmpty() && left > 0) {
                left = idle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
