package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server must be set to, so that what was answered is durable and what is locked stays locked. */
final class ServerSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSettings.class);

    private static final String VARIABLES = """
        show variables where variable_name in
          ('transaction_isolation', 'tx_isolation', 'time_zone', 'innodb_flush_log_at_trx_commit', 'sync_binlog', 'log_bin')
        """;

    private static final String OTHER_ENGINES = """
        select count(*) from information_schema.tables
        where table_schema = database() and engine <> 'InnoDB'
        """;

    private ServerSettings() {}

    /**
     * Warns of what could lose commits.
     *
     * @throws DatabaseUnavailable if transactions would not behave as the code relies on
     */
    static void check(DataSource source, DatabaseSettings settings) {
        try (Connection connection = source.getConnection()) {
            require(
                    connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    settings,
                    "isolation");
            if (!settings.isEmbedded()) {
                checkServer(connection, settings);
            }
        } catch (SQLException e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    /** See {@link Database#showsCommitsEarly}. */
    static boolean showsCommitsEarly(DataSource source, DatabaseSettings settings) {
        if (settings.isEmbedded()) {
            return true;
        }
        try (Connection connection = source.getConnection()) {
            return !"ON".equals(variables(connection).get("log_bin"));
        } catch (SQLException e) {
            throw Refusals.unavailable(settings, e);
        }
    }

    private static void checkServer(Connection connection, DatabaseSettings settings) throws SQLException {
        Map<String, String> variables = variables(connection);
        String isolation = variables.getOrDefault("transaction_isolation", variables.get("tx_isolation"));
        require("READ-COMMITTED".equals(isolation), settings, "isolation " + isolation);
        require("+00:00".equals(variables.get("time_zone")), settings, "time zone " + variables.get("time_zone"));
        try (PreparedStatement statement = connection.prepareStatement(OTHER_ENGINES);
                ResultSet rows = statement.executeQuery()) {
            require(rows.next() && rows.getInt(1) == 0, settings, "tables that are not InnoDB");
        }
        warnOfGroup(connection, settings);
        if (!"1".equals(variables.get("innodb_flush_log_at_trx_commit"))) {
            LOG.warn(
                    "DANGER: innodb_flush_log_at_trx_commit is {} on {}. What was answered can be lost when the server"
                            + " or its machine dies. Set it to 1.",
                    variables.get("innodb_flush_log_at_trx_commit"),
                    settings.where());
        }
        if ("ON".equals(variables.get("log_bin")) && !"1".equals(variables.get("sync_binlog"))) {
            LOG.warn(
                    "DANGER: sync_binlog is {} on {}. Server and replicas can disagree after a power failure. Set it"
                            + " to 1.",
                    variables.get("sync_binlog"),
                    settings.where());
        }
    }

    private static void warnOfGroup(Connection connection, DatabaseSettings settings) throws SQLException {
        if (!WriteCheck.seesItsGroup(connection)) {
            LOG.warn(
                    "DANGER: {} is in a group that this user may not look at, so one that has left the group may be"
                            + " taken for its primary. Grant it: grant select on"
                            + " performance_schema.replication_group_members to ...",
                    settings.where());
        }
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VARIABLES);
                ResultSet rows = statement.executeQuery()) {
            Map<String, String> variables = new HashMap<>();
            while (rows.next()) {
                variables.put(rows.getString(1), rows.getString(2));
            }
            return variables;
        }
    }

    private static void require(boolean condition, DatabaseSettings settings, String what) {
        if (!condition) {
            throw new DatabaseUnavailable(
                    "The database " + settings.where() + " gives us sessions that we cannot rely on: " + what
                            + " (expected: READ-COMMITTED, time zone +00:00, InnoDB).",
                    null);
        }
    }
}
