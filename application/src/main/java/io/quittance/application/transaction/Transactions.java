package io.quittance.application.transaction;

import java.util.function.Supplier;

/** Work that is kept whole or not at all, at READ COMMITTED. */
@FunctionalInterface
public interface Transactions {
    /**
     * Runs the work in one transaction and answers its result once that is durable.
     *
     * <p>The work may run again from the start (deadlock, lock time-out), and on another thread. So inside it: only
     * database ports, no network, no signature, no waiting, no thread-local, no nesting; and what it changes outside
     * the database must be right when done twice. A result counts only when this method returns. An exception of the
     * work rolls everything back and is thrown on.
     */
    <T> T inOne(Supplier<T> work);
}
