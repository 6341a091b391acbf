package io.quittance.persistence.archive;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which tables are carried, and in which order. */
final class Tables {
    /** What others refer to comes first. */
    private static final List<String> FIRST = List.of("merchant", "account");

    /** What belongs to a place: its own history, who runs there, who owns which share, and what was flushed. */
    private static final Set<String> LEFT = Set.of("schema_history", "instance", "shard", "flush_mark");

    private Tables() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet tables = data.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names.stream()
                .filter(name -> !LEFT.contains(name))
                .sorted(Comparator.comparingInt(Tables::rank).thenComparing(name -> name))
                .toList();
    }

    private static int rank(String name) {
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }

    /** By which number its scripts and changes were counted last. */
    static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select `version` from schema_history where success and `version` is not null
                    order by installed_rank desc limit 1\
                    """)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
