package io.quittance.persistence.archive;

import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.Sql;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Carries all that a database holds. Bodies stay encrypted: whoever reads them needs the body key as before. */
public final class Archive {
    /** The name under which a database says that it is not whole; see {@link Filling}. */
    public static final String UNFINISHED = "unfinished";

    private Archive() {}

    /** What cannot be read or written, as a sentence for a person. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean untouched;

        /** Before anything was written. */
        Refused(String sentence) {
            super(sentence);
            untouched = true;
        }

        Refused(String sentence, Throwable cause) {
            super(sentence, cause);
            untouched = false;
        }

        /** Whether nothing was written, for all that is known. */
        public boolean isUntouched() {
            return untouched;
        }
    }

    /** Writes all rows as this moment has them, while others write; the stream is not closed. @return how many */
    public static long write(Database database, OutputStream out) {
        return apart(database, connection -> {
            GZIPOutputStream packed = new GZIPOutputStream(out, 64 * 1024);
            Counted rows = new Counted(new ArchiveFile.Writer(packed, Tables.version(connection)));
            new Snapshot(connection, database.isEmbedded()).read(rows);
            packed.finish();
            return rows.count();
        });
    }

    /**
     * Reads what {@link #write} wrote into a database that holds nothing. Killed half way it can be called again.
     *
     * @param last what is to be done once all rows are there, before that database says that it is whole
     * @throws Refused if that database holds anything, the schemas differ, or the stream is damaged
     */
    public static long read(Database empty, InputStream in, Runnable last) {
        return fill(empty, last, (version, filling) -> {
            try (DataInputStream unpacked =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 64 * 1024)))) {
                same(ArchiveFile.version(unpacked), version);
                filling.begin();
                Counted counted = new Counted(filling);
                ArchiveFile.rows(unpacked, counted);
                return counted.count();
            } catch (EOFException e) {
                throw new Refused("The archive is cut off.", e);
            } catch (IOException e) {
                throw new Refused("The archive cannot be read: " + e.getMessage() + ".", e);
            }
        });
    }

    /** Carries all from one to the other, which holds nothing. @throws Refused as {@link #read} does */
    public static long copy(Database from, Database empty) {
        return apart(
                from,
                source -> fill(empty, () -> {}, (version, filling) -> {
                    same(Tables.version(source), version);
                    filling.begin();
                    Counted counted = new Counted(filling);
                    new Snapshot(source, from.isEmbedded()).read(counted);
                    return counted.count();
                }));
    }

    private static void same(String there, String here) {
        if (!there.equals(here)) {
            throw new Refused(
                    "What is carried has the tables of version " + there + ", and this program those of version " + here
                            + ": use the program that wrote it, and change to this one then.");
        }
    }

    @FunctionalInterface
    private interface Fills {
        long from(String version, Filling filling) throws SQLException, IOException;
    }

    private static long fill(Database empty, Runnable last, Fills work) {
        return apart(empty, connection -> {
            refuseFull(empty, connection);
            try (Filling filling = new Filling(connection, empty.isEmbedded(), last)) {
                return work.from(Tables.version(connection), filling);
            }
        });
    }

    /** One that an unfinished filling has left may be filled anew. */
    private static void refuseFull(Database database, Connection connection) throws SQLException {
        if (holds(connection, "instance_key where name = '" + UNFINISHED + "'")) {
            return;
        }
        for (String table : Tables.of(connection)) {
            if (holds(connection, table)) {
                throw new Refused("The database " + database.where()
                        + " is not empty (expected: one that nothing was ever kept in).");
            }
        }
    }

    private static boolean holds(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("select 1 from " + what + " limit 1")) {
            return any.next();
        }
    }

    @FunctionalInterface
    private interface Work {
        long on(Connection connection) throws SQLException, IOException;
    }

    private static long apart(Database database, Work work) {
        return database.apart((Sql sql) -> {
            try (Connection connection = sql.connect()) {
                return work.on(connection);
            } catch (SQLException e) {
                throw new Refused("The database " + database.where() + " cannot be carried: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Counts what passes. */
    private static final class Counted implements Rows {
        private final Rows rows;
        private long count;

        Counted(Rows rows) {
            this.rows = rows;
        }

        long count() {
            return count;
        }

        @Override
        public void table(String name, List<String> columns) throws IOException, SQLException {
            rows.table(name, columns);
        }

        @Override
        public void row(Object[] values) throws IOException, SQLException {
            count++;
            rows.row(values);
        }

        @Override
        public void end() throws IOException, SQLException {
            rows.end();
        }
    }
}
