package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A data folder in which nothing was ever started")
class NothingStartedIT {
    @TempDir
    private Path folder;

    private static void refused(GatewayProcess gateway, String command) throws Exception {
        Ran ran = gateway.run(command.split(" "));

        assertEquals(1, ran.exit(), command);
        assertEquals("", ran.out(), command);
        assertTrue(
                ran.err()
                        .endsWith("Nothing was ever started in " + gateway.data()
                                + " (expected: the folder of a service, by --data or QUITTANCE_DATA;"
                                + " './quittance serve' begins one).\n"),
                command + ": " + ran.err());
        assertTrue(Files.notExists(gateway.data()), command + " made " + gateway.data());
    }

    @Test
    void is_made_by_no_command() throws Exception {
        Path key = Rsa.writePublic(folder.resolve("first.pem"), Rsa.newPair().getPublic());
        try (GatewayProcess gateway = new GatewayProcess(folder)) {
            for (String command : List.of(
                    "app list",
                    "app disable first",
                    "app add --app-id first --merchant-no F1 --public-key " + key
                            + " --notify-url http://127.0.0.1:2/n",
                    "account list",
                    "account add --app-id first --acquirer simulator --setting app-id=a")) {
                refused(gateway, command);
            }
        }
    }

    @Test
    void is_told_from_that_of_a_server_by_its_keys() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder)
                .with("QUITTANCE_DB_URL", TestDatabases.mariaDb().url())) {
            refused(gateway, "app list");
        }
    }

    /** It has the keys of a service, and another database than that. */
    @Test
    void is_told_from_one_whose_database_holds_nothing() throws Exception {
        DatabaseSettings empty = TestDatabases.mariaDb();
        try (GatewayProcess gateway = new GatewayProcess(folder)) {
            gateway.start();
            assertTrue(gateway.stop(Duration.ofSeconds(60)));

            Ran ran = gateway.with("QUITTANCE_DB_URL", empty.url()).run("app", "list");

            assertEquals(1, ran.exit(), ran.out());
            assertTrue(ran.err().contains("holds nothing of Quittance yet"), ran.err());
            assertTrue(ran.err().contains("QUITTANCE_DB_URL"), ran.err());
            try (Connection connection = DriverManager.getConnection(empty.url());
                    ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
                assertFalse(tables.next(), "a table was made");
            }
        }
    }
}
