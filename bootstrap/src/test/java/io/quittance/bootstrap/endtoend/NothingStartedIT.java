package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
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
                                + " (expected: QUITTANCE_DATA is the folder"
                                + " of a service; './quittance serve' or './quittance app add' begin one).\n"),
                command + ": " + ran.err());
        assertTrue(Files.notExists(gateway.data()), command + " made " + gateway.data());
    }

    @Test
    void is_not_made_by_a_command_but_by_the_first_app_that_is_added() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder);
                TestMerchant shop = new TestMerchant("first", "FIRST1")) {
            for (String command : List.of(
                    "app list",
                    "app disable first",
                    "account list",
                    "account add --app-id first --acquirer simulator --setting app-id=a")) {
                refused(gateway, command);
            }

            shop.register(gateway, folder);

            Ran list = gateway.run("app", "list");
            assertEquals(0, list.exit(), list.err());
            assertTrue(list.out().contains("first"), list.out());
        }
    }

    @Test
    void is_told_from_that_of_a_server_by_its_keys() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder)
                .with("QUITTANCE_DB_URL", TestDatabases.mariaDb().url())) {
            refused(gateway, "app list");
        }
    }
}
