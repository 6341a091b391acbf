package io.quittance.application.transaction;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One flush for all who wait: it costs a commit, and one that begins after they asked serves them all. So there is never
 * more than one under way, and the next is for everybody who came meanwhile, however many messages are sent.
 */
public final class SharedFlush implements Flush {
    private final Flush flush;
    private final Lock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private boolean busy;
    private Round next = new Round();

    /** One flush, and those who wait for it. */
    private static final class Round {
        boolean done;
        Optional<RuntimeException> failure = Optional.empty();
    }

    public SharedFlush(Flush flush) {
        this.flush = Objects.requireNonNull(flush, "flush");
    }

    @Override
    public void await() {
        Round mine = join();
        if (!mine.done) {
            perform(mine);
        }
        mine.failure.ifPresent(failure -> {
            throw failure;
        });
    }

    /** @return a round that began after the call: one that another has ended, or one that is the caller's to perform */
    private Round join() {
        lock.lock();
        try {
            Round mine = next;
            while (!mine.done && busy) {
                ended.awaitUninterruptibly();
            }
            if (!mine.done) {
                busy = true;
                next = new Round();
            }
            return mine;
        } finally {
            lock.unlock();
        }
    }

    private void perform(Round mine) {
        Optional<RuntimeException> failure = Optional.of(new IllegalStateException("a flush broke off"));
        try {
            flush.await();
            failure = Optional.empty();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        } finally {
            end(mine, failure);
        }
    }

    private void end(Round mine, Optional<RuntimeException> failure) {
        lock.lock();
        try {
            mine.failure = failure;
            mine.done = true;
            busy = false;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
