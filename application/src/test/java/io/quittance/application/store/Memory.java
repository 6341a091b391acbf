package io.quittance.application.store;

import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.application.transaction.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What all twins of one store share: one lock, and the log by which an unfinished transaction is undone. One
 * transaction at a time is stricter than any database; what must hold under races is shown on the real ones.
 */
public final class Memory implements Transactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final boolean rehearsed;
    private Deque<Runnable> undoing;
    private Optional<Commit> next = Optional.empty();

    /** How a commit fails. */
    public enum Commit {
        /** The database is gone before: nothing is kept. */
        NOT_MADE,
        /** All is kept, and nobody hears of it. */
        ANSWER_LOST
    }

    /** @param rehearsed whether every work runs twice, as after a deadlock: the first run is undone */
    public Memory(boolean rehearsed) {
        this.rehearsed = rehearsed;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        lock.lock();
        try {
            if (undoing != null) {
                throw new IllegalStateException("a transaction inside a transaction");
            }
            if (rehearsed) {
                run(work, false);
            }
            Optional<Commit> commit = next;
            next = Optional.empty();
            T result = run(work, !commit.equals(Optional.of(Commit.NOT_MADE)));
            if (commit.isPresent()) {
                throw new StoreUnavailable("the answer to a commit did not come", new IllegalStateException("played"));
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** The next transaction ends so. */
    public void nextCommit(Commit how) {
        next = Optional.of(how);
    }

    private <T> T run(Supplier<T> work, boolean keep) {
        undoing = new ArrayDeque<>();
        boolean kept = false;
        try {
            T result = work.get();
            kept = keep;
            return result;
        } finally {
            if (!kept) {
                undoing.forEach(Runnable::run);
            }
            undoing = null;
        }
    }

    /** Reads alone, inside a transaction or outside. */
    public <T> T read(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }

    /** For a port that begins transactions of its own. */
    public <T> T alone(Supplier<T> work) {
        return read(work);
    }

    /** For what a use case must decide and keep in one: outside a transaction it would be kept although the rest is not. */
    public <T> T within(Supplier<T> work) {
        if (!busy()) {
            throw new IllegalStateException("outside a transaction");
        }
        return work.get();
    }

    /** Whether this thread is inside a transaction, where nobody may wait for a network or a signature. */
    public boolean busy() {
        return lock.isHeldByCurrentThread() && undoing != null;
    }

    /** How to undo a change, if the transaction that made it is not kept. */
    void undo(Runnable step) {
        if (undoing != null) {
            undoing.addFirst(step);
        }
    }
}
