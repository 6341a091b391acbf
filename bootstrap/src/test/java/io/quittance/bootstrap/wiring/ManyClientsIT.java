package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Eventually;
import io.quittance.http.server.BoundedClients;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.server.CutConnections.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of many connections to a port")
@TestInstance(Lifecycle.PER_CLASS)
class ManyClientsIT {
    private static final ClientLimits FEW = new ClientLimits(6, 4, Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final List<Caller> callers = new ArrayList<>();
    private RunningInstance running;
    private BoundedClients clients;

    @BeforeAll
    void starts(@TempDir Path data) throws IOException {
        running = RunningInstance.of(data, FEW);
        clients = running.instance.part(BoundedClients.class);
    }

    @AfterAll
    void stops() {
        running.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Caller caller : callers) {
            caller.close();
        }
        callers.clear();
        Eventually.become("all have gone", () -> clients.open() == 0);
    }

    private URI port() {
        return running.settings.localUrl();
    }

    private boolean served(String address) {
        try {
            Caller caller = Caller.from(address, port());
            callers.add(caller);
            return caller.asks("/nowhere").startsWith("HTTP/1.1 404");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_address_has_so_many_and_the_next_is_cut() {
        long before = clients.cut().of(Reason.TOO_MANY_OF_ONE_ADDRESS);
        for (int one = 0; one < 4; one++) {
            assertTrue(served("127.0.0.1"));
        }

        assertEquals(false, served("127.0.0.1"));
        assertTrue(served("127.0.0.2"), "others are served");
        assertEquals(before + 1, clients.cut().of(Reason.TOO_MANY_OF_ONE_ADDRESS));
    }

    @Test
    void all_addresses_have_so_many_and_the_other_port_is_reached() throws IOException {
        long before = clients.cut().of(Reason.TOO_MANY);
        for (int one = 1; one <= 6; one++) {
            assertTrue(served("127.0.0." + one));
        }

        assertEquals(false, served("127.0.0.7"));
        assertEquals(before + 1, clients.cut().of(Reason.TOO_MANY));
        callers.add(Caller.at(running.settings.managementUrl()));
        assertTrue(callers.getLast().asks("/health/liveness").startsWith("HTTP/1.1 200"));
    }

    @Test
    void who_was_cut_for_others_is_served_when_they_have_gone() throws IOException {
        for (int one = 0; one < 4; one++) {
            assertTrue(served("127.0.0.1"));
        }
        callers.getFirst().close();

        Eventually.become("the fifth is served", () -> served("127.0.0.1"));
    }
}
