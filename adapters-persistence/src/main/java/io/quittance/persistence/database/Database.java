package io.quittance.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;

/** An open database, checked and with the schema of this version. Close it last. */
public final class Database implements AutoCloseable {
    /** Connections kept; twice the cores and a few for those that wait for the disk. */
    public static final int CONNECTIONS = 10;

    /** How long a caller waits for a connection. */
    public static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

    /** One for our lock, one for Flyway's, one for the work. */
    private static final int MIGRATING_CONNECTIONS = 3;

    private final HikariDataSource pool;
    private final HikariDataSource lone;
    private final Sql sql;
    private final Sql own;
    private final DatabaseSettings settings;

    private Database(HikariDataSource pool, DatabaseSettings settings) {
        this.pool = pool;
        this.lone = lone(settings);
        this.sql = new Sql(pool);
        this.own = new Sql(lone);
        this.settings = settings;
    }

    /** @throws DatabaseUnavailable with one sentence that says what is wrong and what to do */
    public static Database open(DatabaseSettings settings) {
        HikariDataSource pool = pool(settings, CONNECTIONS, Connectors.properties(settings));
        boolean opened = false;
        try {
            migrate(settings);
            ServerSettings.check(pool, settings);
            opened = true;
            return new Database(pool, settings);
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings, int connections, Properties properties) {
        try {
            return new HikariDataSource(config(settings, connections, properties));
        } catch (PoolInitializationException e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    /** One connection, opened when it is first used, and again when it breaks. */
    private static HikariDataSource lone(DatabaseSettings settings) {
        HikariConfig config = config(settings, 1, Connectors.promptProperties(settings));
        config.setPoolName("leases");
        config.setMinimumIdle(0);
        config.setIdleTimeout(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(DatabaseSettings settings, int connections, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(Connectors.url(settings));
        config.setDataSourceProperties(properties);
        if (!settings.user().isEmpty()) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(1);
        return config;
    }

    private static void migrate(DatabaseSettings settings) {
        try (HikariDataSource source = patientPool(settings)) {
            Schema.migrate(source, settings);
        }
    }

    /** For changes of the schema. */
    static HikariDataSource patientPool(DatabaseSettings settings) {
        return pool(settings, MIGRATING_CONNECTIONS, Connectors.patientProperties(settings));
    }

    /** Does what changes tables, on connections of its own that are closed behind it; none of its statements is cut off. */
    public <T> T apart(Function<Sql, T> work) {
        try (HikariDataSource source = patientPool(settings)) {
            return work.apply(new Sql(source));
        }
    }

    /** For whatever wants connections of its own, as Micronaut Data; they commit each statement unless told otherwise. */
    public DataSource dataSource() {
        return pool;
    }

    /** For the adapters and {@link io.quittance.persistence.transaction.JdbcTransactions}: one and the same for all. */
    public Sql sql() {
        return sql;
    }

    /** For the leases alone: on one connection that nothing else uses, so that no load keeps them from being renewed. */
    public Sql own() {
        return own;
    }

    /** What to write behind a query so that its row does not change before the end; H2 knows no lock that can be shared. */
    public String shareLock() {
        return isEmbedded() ? "for update" : "lock in share mode";
    }

    /** Whether no other process can open it; then whoever held the shards before is dead, and they may be seized. */
    public boolean isEmbedded() {
        return settings.isEmbedded();
    }

    /** The database as a person would name it, without a password. */
    public String where() {
        return settings.where();
    }

    /** Whether a connection can be had and used now. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid((int) CONNECTION_WAIT.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        lone.close();
        pool.close();
    }
}
