package io.quittance.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets one connection at a time write to the embedded database, from the first statement of a transaction that locks or
 * changes a row to its end. Who only reads waits for nobody.
 *
 * <p>H2 puts on the disk, at each commit, all tables and indexes as they are, one after the other, while other transactions go
 * on. What one of these wrote to a table that is still to come is kept, and what it wrote to one that was already taken is not; and
 * if it was committed in between, nothing tells that there should be more. The commit of that transaction itself puts that
 * right, unless the process is killed before (ADR 0053).
 */
final class WriteTurn {
    /** H2's code for a lock that did not come in time: the whole transaction may run again. */
    private static final int LOCK_TIMEOUT = 50200;

    private final Semaphore free = new Semaphore(1, true);
    private final Duration patience;

    /** @param patience of one that waits for its turn, as for a lock */
    WriteTurn(Duration patience) {
        this.patience = patience;
    }

    /** The same connection, which waits for its turn before it writes. */
    Connection over(Connection connection) {
        return proxy(Connection.class, new Turning(connection));
    }

    Duration patience() {
        return patience;
    }

    /** Does something while no transaction is under way that has written. @return what it says; empty if there always was one */
    Optional<Boolean> alone(BooleanSupplier work) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.getAsBoolean());
        } finally {
            free.release();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WriteTurn.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object run(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A connection, and whether it has the turn. It may lose it on another thread, that of the pool which closes it. */
    private final class Turning implements InvocationHandler {
        private final Connection connection;
        private final AtomicBoolean turn = new AtomicBoolean();

        Turning(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement" -> {
                    PreparedStatement statement = (PreparedStatement) run(connection, method, arguments);
                    yield proxy(PreparedStatement.class, new Waiting(this, statement, locks((String) arguments[0])));
                }
                case "createStatement" -> {
                    Statement statement = (Statement) run(connection, method, arguments);
                    yield proxy(Statement.class, new Waiting(this, statement, false));
                }
                case "commit", "rollback", "setAutoCommit", "close", "abort" -> ended(method, arguments);
                default -> run(connection, method, arguments);
            };
        }

        /** Whatever came of it: the database ends the transaction then, or the pool the connection. */
        private Object ended(Method method, Object[] arguments) throws Throwable {
            try {
                return run(connection, method, arguments);
            } finally {
                give();
            }
        }

        void take() throws SQLException {
            if (turn.get()) {
                return;
            }
            try {
                if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SQLException("others have been writing for " + patience, "HYT00", LOCK_TIMEOUT);
                }
                turn.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted while others were writing", "HYT00", LOCK_TIMEOUT, e);
            }
        }

        void give() {
            if (turn.compareAndSet(true, false)) {
                free.release();
            }
        }

        boolean endsAtOnce() throws SQLException {
            return connection.getAutoCommit();
        }
    }

    private static boolean locks(String sql) {
        return sql.toLowerCase(Locale.ROOT).contains("for update");
    }

    /**
     * A statement that waits for its connection's turn where it writes.
     *
     * @param locks whether it is a query that locks what it finds; H2 keeps the locks of rows in its tables
     */
    private record Waiting(Turning connection, Statement statement, boolean locks) implements InvocationHandler {
        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
            if (!writes(method.getName(), arguments)) {
                return run(statement, method, arguments);
            }
            connection.take();
            try {
                return run(statement, method, arguments);
            } finally {
                if (connection.endsAtOnce()) {
                    connection.give();
                }
            }
        }

        private boolean writes(String method, Object[] arguments) {
            if (!method.equals("executeQuery")) {
                return method.startsWith("execute");
            }
            return locks || arguments != null && WriteTurn.locks((String) arguments[0]);
        }
    }
}
