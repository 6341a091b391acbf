package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of a database to this version, by the scripts in {@code schema/} and by {@link SchemaChanges}.
 *
 * <p>None of the databases takes back DDL, so a start that is killed or fails half way leaves some tables and not the
 * others. Every statement of every script can therefore be run again, and a script that has not ended well is run again
 * from its beginning. One instance works at a time; the others wait.
 */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final String SCRIPTS = "classpath:io/quittance/persistence/schema";

    /** Of its own name: development versions had Flyway's default, and what they made is not taken over. */
    static final String HISTORY = "schema_history";

    /** Longer than any change of the tables takes. */
    private static final Duration LOCK_WAIT = Duration.ofHours(1);

    /** Locks are the server's, not the database's, and their names have 64 characters at most. */
    private static final String LOCK = "select get_lock(concat('quittance.', crc32(database())), ?)";

    private static final String UNLOCK = "select release_lock(concat('quittance.', crc32(database())))";

    private static final String MONTH = "select date_format(utc_timestamp(), '%Y-%m') as now";

    private Schema() {}

    /**
     * Does nothing if the tables are of this version.
     *
     * @param source with connections of which no statement is cut off in time; it needs three at once
     * @throws DatabaseUnavailable with one sentence that says what is wrong and what to do
     */
    static void migrate(DataSource source, DatabaseSettings settings) {
        try (Connection connection = source.getConnection()) {
            if (settings.isEmbedded()) {
                bringToDate(source, settings);
                return;
            }
            lock(connection, settings);
            try {
                bringToDate(source, settings);
                Sql sql = new Sql(source);
                new JournalMonths(sql).divide(month(sql));
            } finally {
                asked(connection, UNLOCK);
            }
        } catch (SQLException | FlywayException | StatementFailed e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    /** Whether a start has begun to make tables there, if not more. */
    static boolean isThere(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static void bringToDate(DataSource source, DatabaseSettings settings) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(SCRIPTS)
                .table(HISTORY)
                .javaMigrations(SchemaChanges.all())
                .loggers("slf4j")
                .load();
        List<MigrationInfo> history = Arrays.asList(flyway.info().all());
        if (history.stream().anyMatch(Schema::isAnothers)) {
            throw Refusals.ofDevelopment(settings);
        }
        if (history.stream().anyMatch(one -> one.getState() == MigrationState.FAILED)) {
            LOG.info("An earlier start did not get through with the tables of {}; going on", settings.where());
            flyway.repair();
        }
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw Refusals.ofDevelopment(settings);
        } catch (FlywayException e) {
            if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw Refusals.ofDevelopment(settings);
            }
            throw e;
        }
    }

    /** Whether another script was run under that number, to its end or not: to repair it would take it for ours. */
    private static boolean isAnothers(MigrationInfo one) {
        return one.getState().isApplied() && one.getState().isResolved() && !one.isChecksumMatching();
    }

    /** By the server's clock, as it is one for all instances. */
    private static YearMonth month(Sql sql) {
        return sql.first("read the server's month", MONTH, cells -> YearMonth.parse(cells.text("now")))
                .orElseThrow();
    }

    private static void lock(Connection connection, DatabaseSettings settings) throws SQLException {
        if (asked(connection, LOCK, 0)) {
            return;
        }
        LOG.info("Another instance is changing the tables of {}; waiting for it", settings.where());
        if (!asked(connection, LOCK, LOCK_WAIT.toSeconds())) {
            throw new DatabaseUnavailable(
                    "The tables of " + settings.where() + " have been changed by another instance for "
                            + LOCK_WAIT.toMinutes() + " minutes: see what it does, then start again.",
                    null);
        }
    }

    /** Whether the server answers 1. */
    private static boolean asked(Connection connection, String question, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        }
    }
}
