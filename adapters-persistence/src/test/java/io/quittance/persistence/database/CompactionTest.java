package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded database's file, while orders go on,")
@Timeout(180)
class CompactionTest {
    private static final int COMMITS = 500;
    private static final int TABLES = 8;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    /** Each commit changes a page of many tables and indexes, and leaves the rest of them where it was. */
    private void write(Connection connection) throws SQLException {
        for (int i = 0; i < TABLES; i++) {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into kept" + i + " (word, body) values (?, ?)")) {
                byte[] body = new byte[200];
                random.nextBytes(body);
                insert.setString(1, new UUID(random.nextLong(), random.nextLong()).toString());
                insert.setBytes(2, body);
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    private static int inUse(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore().getFileStore().getChunksFillRate();
    }

    private static long rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from kept0")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void comes_to_hold_mostly_what_is_in_use() throws SQLException {
        WriteTurn turn = new WriteTurn(Duration.ofSeconds(40));
        String url = Connectors.url("jdbc:h2:file:" + folder.resolve("kept") + ";RETENTION_TIME=50");
        try (Connection connection = turn.over(DriverManager.getConnection(url))) {
            for (int i = 0; i < TABLES; i++) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create table kept" + i
                            + " (id bigint auto_increment primary key, word varchar(40) unique, body varbinary(400))");
                }
            }
            connection.setAutoCommit(false);
            for (int i = 0; i < COMMITS; i++) {
                write(connection);
            }
            int before = inUse(connection);
            assertTrue(before < 40, "it has grown: " + before + " % of it are in use");

            int written = COMMITS;
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            try (Compaction compaction = new Compaction(source, turn)) {
                compaction.start();

                for (; inUse(connection) < 50; written++) {
                    write(connection);
                }
            }
            assertEquals(written, rows(connection));
        }
    }
}
