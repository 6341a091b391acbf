package io.quittance.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database, checked and with the schema of this version. Close it last. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** One for our lock, one for Flyway's, one for the work. */
    private static final int MIGRATING_CONNECTIONS = 3;

    private final Pools pools;
    private final DatabaseClock clock = new DatabaseClock();
    private final Sql sql;
    private final Sql work;
    private final Sql own;
    private final DatabaseSettings settings;
    private final boolean showsCommitsEarly;

    private Database(Pools pools, DatabaseSettings settings, boolean showsCommitsEarly) {
        this.pools = pools;
        this.sql = new Sql(pools.requests(), clock);
        this.work = sql.over(pools.work());
        this.own = new Sql(pools.leases(), clock);
        this.settings = settings;
        this.showsCommitsEarly = showsCommitsEarly;
    }

    /**
     * With the usual limits, and without waiting for it.
     *
     * @throws DatabaseUnavailable with one sentence that says what is wrong and what to do
     */
    public static Database open(DatabaseSettings settings) {
        return open(settings, DatabaseLimits.USUAL.withoutPatience());
    }

    /** @throws DatabaseUnavailable with one sentence that says what is wrong and what to do */
    public static Database open(DatabaseSettings settings, DatabaseLimits limits) {
        return StartWait.until(limits.patience(), () -> attempt(settings, limits));
    }

    /**
     * The same, where there is one already: nothing is begun, and tables of an older version are brought to this one.
     *
     * @throws DatabaseUnavailable also if it holds no tables of ours
     */
    public static Database reopen(DatabaseSettings settings, DatabaseLimits limits) {
        return StartWait.until(limits.patience(), () -> {
            requireTables(settings);
            return attempt(settings, limits);
        });
    }

    private static void requireTables(DatabaseSettings settings) {
        if (!settings.isThere()) {
            throw Refusals.empty(settings);
        }
        try (Connection connection = new Servers(settings).connect(Timeouts.USUAL)) {
            if (!Schema.isThere(connection)) {
                throw Refusals.empty(settings);
            }
        } catch (SQLException e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    /** The first connection is kept until there are others: without any, another process could open an embedded one. */
    private static Database attempt(DatabaseSettings settings, DatabaseLimits limits) {
        Servers servers = new Servers(settings);
        settings.file().ifPresent(Database::beginForOwner);
        try (Connection _ = servers.connect(Timeouts.USUAL)) {
            settings.file().ifPresent(Database::keepToOwner);
            try (HikariDataSource source = patientPool(settings)) {
                Schema.migrate(source, settings);
            }
            return checked(new Pools(servers, limits), settings);
        } catch (SQLException e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    /** Begun empty: H2 would let everybody read it until we say otherwise. */
    private static void beginForOwner(Path file) {
        if (!Files.isDirectory(file.toAbsolutePath().getParent()) || Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} is left to the database to make: {}", file, e.toString());
        }
    }

    /** H2 lets everybody read it; whoever runs us on another's file has chosen who may. */
    private static void keepToOwner(Path file) {
        try {
            if (Files.getOwner(file).getName().equals(System.getProperty("user.name"))) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("Who may read {} cannot be set: {}", file, e.toString());
        }
    }

    private static Database checked(Pools pools, DatabaseSettings settings) {
        boolean opened = false;
        try {
            ServerSettings.check(pools.requests(), settings);
            boolean showsCommitsEarly = ServerSettings.showsCommitsEarly(pools.requests(), settings);
            opened = true;
            return new Database(pools, settings, showsCommitsEarly);
        } finally {
            if (!opened) {
                pools.close();
            }
        }
    }

    /** For changes of the schema. */
    static HikariDataSource patientPool(DatabaseSettings settings) {
        Servers servers = new Servers(settings);
        ServerSource source = new ServerSource(servers, Timeouts.PATIENT, UnaryOperator.identity());
        return new Pool(servers, source, "schema", MIGRATING_CONNECTIONS, Outage.logged(), _ -> {});
    }

    /** Does what changes tables, on connections of its own that are closed behind it; none of its statements is cut off. */
    public <T> T apart(Function<Sql, T> work) {
        try (HikariDataSource source = patientPool(settings)) {
            return work.apply(new Sql(source));
        }
    }

    /** For whatever wants connections of its own, as Micronaut Data; they commit each statement unless told otherwise. */
    public DataSource dataSource() {
        return pools.requests();
    }

    /** For the adapters and {@link io.quittance.persistence.transaction.JdbcTransactions}: one and the same for all. */
    public Sql sql() {
        return sql;
    }

    /**
     * For what works off what is owed: on connections that nothing else uses. Its transactions are those of {@link #sql},
     * so that the adapters find them.
     */
    public Sql work() {
        return work;
    }

    /** For the leases alone: on one connection that nothing else uses, so that no load keeps them from being renewed. */
    public Sql own() {
        return own;
    }

    /** By which what is due is kept; told of the database's time by whoever hears of it. */
    public DatabaseClock clock() {
        return clock;
    }

    /** What to write behind a query so that its row does not change before the end; H2 knows no lock that can be shared. */
    public String shareLock() {
        return isEmbedded() ? "for update" : "lock in share mode";
    }

    /** Whether no other process can open it; then whoever held the shards before is dead, and they may be seized. */
    public boolean isEmbedded() {
        return settings.isEmbedded();
    }

    /**
     * Whether others can see a commit before it is on the disk, as it was when the database was opened. InnoDB lets them
     * see it before it writes its log, and the embedded database likewise, unless there is a binary log: then it is written
     * before anybody sees anything, and a restart completes it.
     */
    public boolean showsCommitsEarly() {
        return showsCommitsEarly;
    }

    /** The database as a person would name it, without a password. */
    public String where() {
        return settings.where();
    }

    @Override
    public void close() {
        pools.close();
    }
}
