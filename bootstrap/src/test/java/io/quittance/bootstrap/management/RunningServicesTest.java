package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.management.RunningServices.Place;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.bootstrap.wiring.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The services that run on a data folder")
class RunningServicesTest {
    private static final Place OURS =
            new Place(URI.create("http://127.0.0.1:9090"), URI.create("http://127.0.0.1:8080"));

    @TempDir
    private Path data;

    private Settings settings() {
        return Settings.load(Optional.of(data));
    }

    private List<Place> places() {
        return List.copyOf(RunningServices.on(settings()));
    }

    private Path told(String name, String content) throws IOException {
        Files.createDirectories(data.resolve("running"));
        return Files.writeString(data.resolve("running").resolve(name), content);
    }

    @Test
    void are_by_the_settings_alone_where_none_says_that_it_runs() {
        assertEquals(List.of(OURS), places());
    }

    @Test
    void are_those_that_say_so_first() throws IOException {
        told("7001", "http://10.0.0.7:7001\nhttp://10.0.0.7:7000\n");

        assertEquals(
                List.of(new Place(URI.create("http://10.0.0.7:7001"), URI.create("http://10.0.0.7:7000")), OURS),
                places());
    }

    @Test
    void are_not_found_by_what_is_half_written_or_no_address() throws IOException {
        told("7001", "http://10.0.0.7:7001\n");
        told("7002", "no address\nat all\n");
        told("notes", "http://10.0.0.7:7001\nhttp://10.0.0.7:7000\n");

        assertEquals(List.of(OURS), places());
    }

    @Test
    void come_and_go() {
        RunningServices.announce(settings());
        assertTrue(Files.exists(data.resolve("running/9090")));
        assertEquals(List.of(OURS), places());

        RunningServices.withdraw(settings());
        RunningServices.withdraw(settings());

        assertTrue(Files.notExists(data.resolve("running/9090")));
    }

    @Test
    void take_away_what_nobody_answers_for_and_leave_the_others() throws IOException {
        String dead = "http://127.0.0.1:" + FreePorts.pick();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String alive = "http://127.0.0.1:" + other.getLocalPort();
            Path kept = told("7001", alive + "\n" + alive + "\n");
            Path stale = told("7002", dead + "\n" + dead + "\n");

            RunningServices.announce(settings());

            assertTrue(Files.exists(kept));
            assertTrue(Files.notExists(stale));
        }
    }

    @Test
    void cannot_say_so_where_a_file_is_in_the_way() throws IOException {
        Files.writeString(data.resolve("running"), "");

        Trouble trouble = assertThrows(Trouble.class, () -> RunningServices.announce(settings()));

        assertTrue(trouble.getMessage().contains("running"), trouble.getMessage());
    }
}
