package io.quittance.persistence.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads all tables as one moment has them, whatever is written meanwhile; holds up nobody. */
final class Snapshot {
    /** MySQL's driver hands out row by row with it; otherwise it keeps a whole table in memory. */
    private static final int ROW_BY_ROW = Integer.MIN_VALUE;

    private final Connection connection;
    private final boolean embedded;

    Snapshot(Connection connection, boolean embedded) {
        this.connection = connection;
        this.embedded = embedded;
    }

    void read(Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    embedded
                            ? "set session characteristics as transaction isolation level snapshot"
                            : "set session transaction isolation level repeatable read");
            statement.execute(embedded ? "set autocommit false" : "start transaction with consistent snapshot");
        }
        for (String table : Tables.of(connection)) {
            read(table, rows);
        }
        rows.end();
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        }
    }

    private void read(String table, Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (!embedded) {
                statement.setFetchSize(ROW_BY_ROW);
            }
            try (ResultSet result = statement.executeQuery("select * from " + table)) {
                ResultSetMetaData columns = result.getMetaData();
                rows.table(table, names(columns));
                while (result.next()) {
                    rows.row(values(result, columns));
                }
            }
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static Object[] values(ResultSet result, ResultSetMetaData columns) throws SQLException {
        Object[] values = new Object[columns.getColumnCount()];
        for (int i = 1; i <= values.length; i++) {
            values[i - 1] = value(result, i, columns.getColumnType(i));
        }
        return values;
    }

    private static Object value(ResultSet result, int i, int type) throws SQLException {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> {
                long number = result.getLong(i);
                yield result.wasNull() ? null : Long.valueOf(number);
            }
            case Types.BIT, Types.BOOLEAN -> {
                long flag = result.getBoolean(i) ? 1 : 0;
                yield result.wasNull() ? null : Long.valueOf(flag);
            }
            case Types.DECIMAL, Types.NUMERIC -> result.getBigDecimal(i);
            case Types.TIMESTAMP -> result.getObject(i, LocalDateTime.class);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> result.getString(i);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> result.getBytes(i);
            default -> throw new IllegalStateException("a column of type " + type + " (expected: one that is carried)");
        };
    }
}
