package io.quittance.persistence.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A change of tables that are there already, of statements that can be run again: MySQL has no {@code add column if not
 * exists}, so each looks first whether it was done. As a script, it is never edited once it was on main.
 */
final class SchemaChange implements JavaMigration {
    private final String version;
    private final String description;
    private final List<Step> steps;
    private final boolean summed;

    /** A statement, and whether it is still to be done. */
    record Step(String sql, Check todo) {}

    @FunctionalInterface
    interface Check {
        boolean holds(Connection connection) throws SQLException;
    }

    SchemaChange(String version, String description, List<Step> steps) {
        this(version, description, steps, true);
    }

    private SchemaChange(String version, String description, List<Step> steps, boolean summed) {
        this.version = version;
        this.description = description;
        this.steps = List.copyOf(steps);
        this.summed = summed;
    }

    /** One that databases know without a checksum, as it was on main before they had one. */
    static SchemaChange unsummed(String version, String description, List<Step> steps) {
        return new SchemaChange(version, description, steps, false);
    }

    static Step addColumn(String table, String column, String type) {
        return new Step(
                "alter table " + table + " add column " + column + " " + type,
                connection -> !hasColumn(connection, table, column));
    }

    static Step addIndex(String table, String index, String columns) {
        return addIndex("index ", table, index, columns);
    }

    static Step addUniqueIndex(String table, String index, String columns) {
        return addIndex("unique index ", table, index, columns);
    }

    private static Step addIndex(String kind, String table, String index, String columns) {
        return new Step(
                "create " + kind + index + " on " + table + " (" + columns + ")",
                connection -> !hasIndex(connection, table, index));
    }

    static Step dropIndex(String table, String index) {
        return new Step(
                "alter table " + table + " drop index " + index, connection -> hasIndex(connection, table, index));
    }

    /** One that does no harm when it is run twice. */
    static Step run(String sql) {
        return new Step(sql, _ -> true);
    }

    private static boolean hasColumn(Connection connection, String table, String column) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet columns = about.getColumns(connection.getCatalog(), schema(connection), table, column)) {
            return columns.next();
        }
    }

    private static boolean hasIndex(Connection connection, String table, String index) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet indexes = about.getIndexInfo(connection.getCatalog(), schema(connection), table, false, true)) {
            while (indexes.next()) {
                if (isCalled(index, indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** H2 keeps a unique key of a table by an index that it calls after it. */
    private static boolean isCalled(String index, String found) {
        return found.equalsIgnoreCase(index)
                || found.toLowerCase(Locale.ROOT).startsWith(index.toLowerCase(Locale.ROOT) + "_index_");
    }

    /** MySQL calls its databases catalogs and has no schemas. */
    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return description;
    }

    /** Tells a database that was made by another change of that number. */
    @Override
    public Integer getChecksum() {
        return summed ? sum() : null;
    }

    private int sum() {
        CRC32 sum = new CRC32();
        steps.forEach(step -> sum.update(step.sql().getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /** The servers commit each statement by itself anyway. */
    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (Step step : steps) {
            if (step.todo().holds(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(step.sql());
                }
            }
        }
    }
}
