package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A service, asked from another folder")
class FoundServiceIT {
    @TempDir
    private Path folder;

    private static void found(Ran ran) {
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("enabled"), ran.out());
    }

    /** Whoever asks knows other ports and another data folder. */
    @Test
    void is_found_by_its_data_folder_whatever_its_port() throws Exception {
        try (GatewayProcess service = new GatewayProcess(folder.resolve("here"));
                GatewayProcess elsewhere = new GatewayProcess(folder.resolve("elsewhere"))) {
            service.start();
            String data = service.data().toString();

            found(elsewhere.run("app", "list", "--data", data));
            Ran asked = elsewhere.run(
                    "simulate",
                    "authorize",
                    "--data",
                    data,
                    "--out-trade-no",
                    "O-1",
                    "--amount",
                    "7",
                    "--currency",
                    "USD");
            assertEquals(0, asked.exit(), asked.err());
            Ran lost = elsewhere.run("app", "list");
            assertEquals(1, lost.exit(), lost.out());
            assertTrue(lost.err().contains("--data or QUITTANCE_DATA"), lost.err());
            assertTrue(Files.notExists(elsewhere.data()), "a folder was made");
            found(elsewhere.with("QUITTANCE_DATA", data).run("app", "list"));

            service.kill();
            found(elsewhere.run("app", "list"));

            service.start();
            found(elsewhere.run("app", "list"));
            assertTrue(service.stop(Duration.ofSeconds(60)), service::printed);
            File[] left = service.data().resolve("running").toFile().listFiles();
            assertEquals(0, left.length);
            found(elsewhere.run("app", "list"));
        }
    }

    @TestFactory
    Stream<DynamicTest> is_named_where_its_token_was_changed() {
        return Databases.each(folder, (_, gateway) -> isNamed(gateway));
    }

    private static void isNamed(GatewayProcess gateway) throws Exception {
        try (GatewayProcess service = gateway) {
            service.start();
            Path token = service.data().resolve("management-token");
            Files.writeString(token, Files.readString(token).strip().replaceAll("[0-9a-f]", "0") + "\n");

            for (String[] line : List.of(new String[] {"app", "list"}, new String[] {"demo"})) {
                Ran refused = service.run(line);

                assertEquals(1, refused.exit(), refused.out());
                assertTrue(
                        refused.err().contains("says that it runs on this folder, and does not know the token"),
                        refused.err());
            }
        }
    }

    @Test
    void is_named_where_it_may_be_meant() throws Exception {
        try (GatewayProcess service = new GatewayProcess(folder.resolve("here"));
                GatewayProcess elsewhere = new GatewayProcess(folder.resolve("elsewhere"))) {
            service.start();

            Ran lost = elsewhere
                    .with(
                            "QUITTANCE_MANAGEMENT_PORT",
                            Integer.toString(service.management("/").getPort()))
                    .run("app", "list");

            assertEquals(1, lost.exit(), lost.out());
            assertTrue(
                    lost.err().contains("If what listens at " + service.management("") + " is meant, name its folder."),
                    lost.err());
        }
    }
}
