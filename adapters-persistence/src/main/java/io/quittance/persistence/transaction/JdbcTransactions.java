package io.quittance.persistence.transaction;

import io.quittance.application.transaction.Transactions;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a unit of work on one connection at READ COMMITTED. What a deadlock or a lock time-out ended runs again from the
 * start: the databases undo the whole transaction for the one, only the statement for the other, we the whole for both.
 */
public final class JdbcTransactions implements Transactions {
    /** How often a unit of work is run at most. */
    public static final int MOST_RUNS = 5;

    /** The longest wait before the second run; it doubles with each. Long enough to let the other one commit. */
    private static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    private final Sql sql;
    private final RandomGenerator chance;
    private final LongAdder repeated = new LongAdder();

    /** @param chance spreads those that met once, so that they do not meet again; must be safe for many threads */
    public JdbcTransactions(Sql sql, RandomGenerator chance) {
        this.sql = sql;
        this.chance = chance;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        if (sql.inTransaction()) {
            throw new IllegalStateException("a unit of work within another");
        }
        for (int run = 1; ; run++) {
            try {
                return once(work);
            } catch (StatementFailed e) {
                if (e.fault() != Fault.CONTENDED || run == MOST_RUNS) {
                    throw e;
                }
                repeated.increment();
                LockSupport.parkNanos(chance.nextLong(FIRST_WAIT_NANOS << run));
            }
        }
    }

    /** How often a unit of work had to be run again, since this process began. */
    public long repeated() {
        return repeated.sum();
    }

    private <T> T once(Supplier<T> work) {
        try (Connection connection = sql.connect()) {
            connection.setAutoCommit(false);
            boolean kept = false;
            try {
                T result = sql.on(connection, work);
                connection.commit();
                kept = true;
                return result;
            } finally {
                if (!kept) {
                    rollBack(connection);
                }
            }
        } catch (SQLException e) {
            throw Fault.translate("run a transaction", e);
        }
    }

    /** What made us roll back is on its way to the caller; a failure of this must not take its place. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("a transaction could not be rolled back; its connection is closed instead: {}", e.getMessage());
        }
    }
}
