package io.quittance.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Connections for one purpose, each to a server that took writes when it was opened. */
final class Pool extends HikariDataSource {
    /** How long a caller waits for a connection. */
    static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

    /** How long one that was idle may take to show that it is alive; then another is taken, within the wait above. */
    private static final Duration ALIVE_WITHIN = Duration.ofSeconds(1);

    private final Servers servers;
    private final Outage outage;
    private final Span shortage;

    /**
     * @param source of its connections, which are to those servers
     * @param lost hears what tells that no connection to this server is any good
     */
    Pool(Servers servers, DataSource source, String name, int connections, Outage outage, Consumer<SQLException> lost) {
        super(config(source, name, connections, new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException e) {
                if (Fault.of(e) != Fault.AWAY) {
                    return Override.CONTINUE_EVICT;
                }
                outage.missed("go on with a connection", e);
                if (Fault.isOfTheServer(e)) {
                    lost.accept(e);
                }
                return Override.MUST_EVICT;
            }
        }));
        this.servers = servers;
        this.outage = outage;
        this.shortage = outage.shortage(name);
    }

    private static HikariConfig config(DataSource source, String name, int connections, SQLExceptionOverride judge) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setValidationTimeout(ALIVE_WITHIN.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(judge);
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = super.getConnection();
            outage.answered();
            shortage.answered();
            return connection;
        } catch (SQLException e) {
            if (isClosed()) {
                throw new SQLNonTransientConnectionException(e.getMessage(), e);
            }
            Optional<SQLException> why = servers.trouble();
            if (why.isEmpty() && isAllInUse(e)) {
                shortage.happened(this::allInUse);
                throw e;
            }
            outage.missed("get a connection", why.orElse(e));
            throw why.isEmpty() ? e : new SQLTransientConnectionException(why.get());
        }
    }

    /** It has all connections that it may have, none of them failed, and none came back while somebody waited. */
    private boolean isAllInUse(SQLException e) {
        return e instanceof SQLTransientConnectionException
                && e.getCause() == null
                && getHikariPoolMXBean().getTotalConnections() >= getMaximumPoolSize();
    }

    private String allInUse() {
        return "All connections for " + getPoolName() + " (" + getMaximumPoolSize() + ") were in use for "
                + CONNECTION_WAIT.toSeconds() + " s, and whoever waited for one got none.";
    }

    /** Closes all that are not in use, and those that are once they are given back. */
    void giveUpAll() {
        if (isRunning()) {
            getHikariPoolMXBean().softEvictConnections();
        }
    }
}
