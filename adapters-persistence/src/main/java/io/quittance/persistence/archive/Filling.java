package io.quittance.persistence.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Writes all rows into a database of the same schema that holds none. From its first row to its last one that database says
 * of itself that it is not whole, so one that was killed half way is neither served from nor taken for another's.
 */
final class Filling implements Rows, AutoCloseable {
    private static final int AT_ONCE = 500;

    private final Connection connection;
    private final boolean embedded;
    private final Runnable last;
    private String table = "";
    private PreparedStatement insert;
    private int waiting;

    /** @param last what is done once all is there, before it says so */
    Filling(Connection connection, boolean embedded, Runnable last) throws SQLException {
        this.connection = connection;
        this.embedded = embedded;
        this.last = last;
        connection.setAutoCommit(false);
    }

    /** What an unfinished one has left is taken away. */
    void begin() throws SQLException {
        List<String> tables = Tables.of(connection);
        try (Statement statement = connection.createStatement()) {
            for (String one : tables.reversed()) {
                statement.executeUpdate("delete from " + one);
            }
        }
        try (PreparedStatement mark =
                connection.prepareStatement("insert into instance_key (name, fingerprint, since) values (?, ?, ?)")) {
            mark.setString(1, Archive.UNFINISHED);
            mark.setString(2, "");
            mark.setObject(3, LocalDateTime.now(ZoneOffset.UTC));
            mark.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void table(String name, List<String> columns) throws SQLException {
        finish();
        table = name;
        insert = connection.prepareStatement("insert into " + name + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    @Override
    public void row(Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        if (++waiting == AT_ONCE) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            connection.commit();
            waiting = 0;
        }
    }

    /** MySQL counts on behind what was written; H2 must be told. */
    private void finish() throws SQLException {
        if (insert == null) {
            return;
        }
        flush();
        insert.close();
        insert = null;
        if (embedded) {
            countOn();
        }
    }

    private void countOn() throws SQLException {
        try (ResultSet columns = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table.toUpperCase(Locale.ROOT), "%")) {
            while (columns.next()) {
                if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                    countOn(columns.getString("COLUMN_NAME"));
                }
            }
        }
    }

    private void countOn(String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select coalesce(max(" + column + "), 0) + 1 from " + table)) {
            last.next();
            long next = last.getLong(1);
            statement.execute("alter table " + table + " alter column " + column + " restart with " + next);
        }
    }

    @Override
    public void end() throws SQLException {
        finish();
        connection.commit();
        last.run();
        try (PreparedStatement whole = connection.prepareStatement("delete from instance_key where name = ?")) {
            whole.setString(1, Archive.UNFINISHED);
            whole.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        if (insert != null) {
            insert.close();
        }
    }
}
