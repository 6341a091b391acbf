package io.quittance.persistence.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What stands in an archive, in an order that does not depend on the database that it was read from. */
public final class ArchiveRows {
    private ArchiveRows() {}

    /** Each row as a text, with its table, and how often it is there. */
    public static SortedMap<String, Integer> of(InputStream archive) throws IOException, SQLException {
        SortedMap<String, Integer> all = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(archive))) {
            ArchiveFile.version(in);
            ArchiveFile.rows(in, new Rows() {
                private String table = "";
                private List<String> columns = List.of();

                @Override
                public void table(String name, List<String> names) {
                    table = name;
                    columns = names;
                }

                @Override
                public void row(Object[] values) {
                    TreeMap<String, String> row = new TreeMap<>();
                    for (int i = 0; i < values.length; i++) {
                        row.put(columns.get(i), text(values[i]));
                    }
                    all.merge(table + " " + row, 1, Integer::sum);
                }

                @Override
                public void end() {
                    table = "";
                }
            });
        }
        return all;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
