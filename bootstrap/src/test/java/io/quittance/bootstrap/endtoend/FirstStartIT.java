package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A first start")
class FirstStartIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** While the test holds a lock on the whole server no table is made, so the kill hits between two of them. */
    @Test
    void goes_on_where_it_was_killed_among_the_tables() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement sql = connection.createStatement();
                GatewayProcess gateway =
                        new GatewayProcess(folder.resolve("mariadb")).with("QUITTANCE_DB_URL", database.url())) {
            gateway.launch();
            Instant deadline = Instant.now().plus(SOON);
            while (tables(sql) < 2) {
                assertTrue(Instant.now().isBefore(deadline), gateway::printed);
            }
            sql.execute("flush tables with read lock");
            int made = tables(sql);
            gateway.kill();
            sql.execute("unlock tables");

            gateway.start();

            assertTrue(tables(sql) > made, made + " tables were there when it was killed");
        }
    }

    @Test
    void on_what_a_development_version_left_ends_with_one_sentence(@TempDir Path data) throws Exception {
        DatabaseSettings embedded = DatabaseSettings.embedded(data);
        try (Connection connection = DriverManager.getConnection(
                        embedded.url() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE", "quittance", "");
                Statement sql = connection.createStatement()) {
            sql.execute("create table flyway_schema_history (version varchar(50))");
        }

        try (GatewayProcess gateway =
                new GatewayProcess(folder.resolve("h2")).with("QUITTANCE_DATA", data.toString())) {
            assertRefused(gateway, "name another folder (QUITTANCE_DATA), or remove " + data);
        }
    }

    @Test
    void on_a_server_that_holds_something_else_ends_with_one_sentence() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement sql = connection.createStatement()) {
            sql.execute("create table flyway_schema_history (version varchar(50))");
        }

        try (GatewayProcess gateway =
                new GatewayProcess(folder.resolve("server")).with("QUITTANCE_DB_URL", database.url())) {
            assertRefused(gateway, "name another database (QUITTANCE_DB_URL), or drop it and create it again");
        }
    }

    private static void assertRefused(GatewayProcess gateway, String remedy) throws IOException, InterruptedException {
        Files.createDirectories(gateway.data());

        GatewayProcess.Ran ran = gateway.run("serve");

        assertEquals(1, ran.exit(), ran.out() + ran.err());
        String printed = ran.out() + ran.err();
        assertTrue(printed.contains("which this version does not take over: " + remedy), printed);
        assertFalse(printed.contains("\tat "), printed);
        assertFalse(printed.contains("Exception"), printed);
    }

    private static int tables(Statement sql) throws SQLException {
        try (ResultSet rows =
                sql.executeQuery("select count(*) from information_schema.tables where table_schema = database()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
