package io.quittance.persistence.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Where a pool has its connections from. Goes on trying until there is one: a pool that is told of failures tries ever
 * more rarely, and would find the server that was elected seconds later. Whoever waits for the pool gives up by itself.
 */
final class ServerSource implements DataSource {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final Servers servers;
    private final Timeouts timeouts;
    private final UnaryOperator<Connection> dress;

    /** @param dress what is put around each connection */
    ServerSource(Servers servers, Timeouts timeouts, UnaryOperator<Connection> dress) {
        this.servers = servers;
        this.timeouts = timeouts;
        this.dress = dress;
    }

    /** @throws SQLException if the thread is interrupted, as it is when its pool is closed */
    @Override
    public Connection getConnection() throws SQLException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return dress.apply(servers.connect(timeouts));
            } catch (SQLException e) {
                rest(pause, e);
                Duration next = pause.multipliedBy(2);
                pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
            }
        }
    }

    private static void rest(Duration pause, SQLException e) throws SQLException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("another user");
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(PrintWriter.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        // It writes nothing.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Our own time-outs count.
    }

    /** So long a pool that is closed waits for an attempt to end. */
    @Override
    public int getLoginTimeout() {
        return (int) timeouts.connect().toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("java.util.logging");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("it wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
