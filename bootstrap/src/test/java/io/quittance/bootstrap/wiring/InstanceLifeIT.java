package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.Leases;
import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An instance, at its start and at its end")
@TestInstance(Lifecycle.PER_CLASS)
class InstanceLifeIT {
    private Path folder;
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        this.folder = folder;
        running = new RunningInstance(folder.resolve("data"));
    }

    @AfterAll
    void stops() {
        running.close();
    }

    private static String refused(Settings settings) {
        return assertThrows(Trouble.class, () -> Instance.start(settings)).getMessage();
    }

    @Nested
    class Is_not_started {
        @Test
        void on_a_taken_port() throws IOException {
            Path data = folder.resolve("taken");

            String north = refused(RunningInstance.settings(
                    data,
                    new FreePorts(running.settings.port(), FreePorts.find().one())));
            String management = refused(RunningInstance.settings(
                    data, new FreePorts(FreePorts.find().one(), running.settings.managementPort())));

            assertTrue(north.startsWith("Port " + running.settings.port() + " on 127.0.0.1 is taken"), north);
            assertTrue(north.contains("QUITTANCE_PORT"), north);
            assertTrue(management.contains("QUITTANCE_MANAGEMENT_PORT"), management);
        }

        @Test
        void on_the_embedded_database_of_another_process() throws Exception {
            FreePorts ports = FreePorts.find();
            ProcessBuilder other = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.quittance.bootstrap.Main",
                    "serve");
            other.environment().put("QUITTANCE_DATA", running.settings.data().toString());
            other.environment().put("QUITTANCE_PORT", Integer.toString(ports.one()));
            other.environment().put("QUITTANCE_MANAGEMENT_PORT", Integer.toString(ports.other()));
            // Java itself says a line where this is set.
            other.environment().remove("JAVA_TOOL_OPTIONS");
            Process process = other.redirectErrorStream(true).start();

            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(1, process.waitFor());
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.contains("is in use by another process"), said);
        }

        @Test
        void without_its_database() throws IOException {
            FreePorts ports = FreePorts.find();
            Database nowhere = new Database("jdbc:mysql://127.0.0.1:" + ports.other() + "/q", "q", "geheim");

            String message = refused(RunningInstance.settings(
                    folder.resolve("nowhere"), FreePorts.find(), Optional.of(nowhere), Optional.empty()));

            assertTrue(message.startsWith("No database answers at"), message);
        }

        @Test
        void with_another_key_than_its_database_was_made_with() throws IOException {
            Path data = folder.resolve("other-key");
            FreePorts ports = FreePorts.find();
            Instance.start(RunningInstance.settings(data, ports)).close();
            Path other = Files.writeString(
                    folder.resolve("other.pem"), Pem.writePrivate(Rsa.newPair().getPrivate()));

            String message = refused(RunningInstance.settings(data, ports, Optional.empty(), Optional.of(other)));

            assertTrue(message.startsWith("This instance has another gateway key"), message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"gateway-private-key.pem", "body-key", "audit-key"})
        void without_a_key_that_its_database_was_made_with_and_makes_no_other(String name) throws IOException {
            Settings own = RunningInstance.settings(folder.resolve("without-" + name), FreePorts.find());
            Instance.start(own).close();
            Path file = own.data().resolve("keys").resolve(name);
            Path kept = Files.move(file, folder.resolve(name));

            String message = refused(own);

            assertTrue(message.startsWith("The file " + file + " is not there (the "), message);
            assertTrue(Files.notExists(file));
            Files.move(kept, file);
            Instance.start(own).close();
        }
    }

    @Nested
    class Once_closed {
        @Test
        void takes_no_more_calls_and_starts_again_with_all_it_knew() throws IOException {
            Settings own = RunningInstance.settings(folder.resolve("again"), FreePorts.find());
            Instance first = Instance.start(own);
            AppCard demo = first.part(Apps.class).list().getFirst();
            assertEquals(64, first.part(Leases.class).current().size());

            long begun = System.nanoTime();
            first.close();
            first.close();

            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10, "closed within ten seconds");
            IllegalStateException gone = assertThrows(
                    IllegalStateException.class, () -> running.call(own.managementUrl(), "GET", "/health", ""));
            assertTrue(gone.getCause() instanceof ConnectException, gone.toString());
            try (Instance second = Instance.start(own)) {
                assertEquals(demo, second.part(Apps.class).show(demo.appId()));
                assertEquals(64, second.part(Leases.class).current().size());
            }
            assertEquals(demo, OfflineService.ask(own, Apps.class, apps -> apps.show(demo.appId())));
        }
    }
}
