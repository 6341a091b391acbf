package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.server.BoundedClients;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.server.CutConnections.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets; the limits are short here, as {@code ConversationTest} has those of every day. */
@DisplayName("At both ports, a client")
@TestInstance(Lifecycle.PER_CLASS)
class SlowClientsIT {
    private static final ClientLimits SHORT =
            new ClientLimits(1_000, 1_000, Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final String BODY_FOLLOWS = " HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n";

    private RunningInstance running;
    private BoundedClients clients;

    @BeforeAll
    void starts(@TempDir Path data) throws IOException {
        running = RunningInstance.of(data, SHORT);
        clients = running.instance.part(BoundedClients.class);
    }

    @AfterAll
    void stops() {
        running.close();
    }

    private List<URI> ports() {
        return List.of(running.settings.localUrl(), running.settings.managementUrl());
    }

    private long cut(Reason reason) {
        return clients.cut().of(reason);
    }

    @Test
    void whose_header_drips_is_cut() throws IOException {
        long before = cut(Reason.SLOW_REQUEST);
        for (URI port : ports()) {
            try (Caller caller = Caller.at(port).writes("GET /")) {
                assertTrue(caller.isCutWhileDripping(), port.toString());
            }
        }
        assertEquals(before + 2, cut(Reason.SLOW_REQUEST));
    }

    @Test
    void whose_body_drips_is_cut() throws IOException {
        long before = cut(Reason.SLOW_REQUEST);
        try (Caller merchant = Caller.at(running.settings.localUrl());
                Caller operator = Caller.at(running.settings.managementUrl())) {
            merchant.writes("POST /aggregate-pay/api/gateway/capture" + BODY_FOLLOWS);
            operator.writes("POST /management/apps" + BODY_FOLLOWS);

            assertTrue(merchant.isCutWhileDripping());
            assertTrue(operator.isCutWhileDripping());
        }
        assertEquals(before + 2, cut(Reason.SLOW_REQUEST));
    }

    @Test
    void that_connects_and_says_nothing_is_cut() throws IOException {
        for (URI port : ports()) {
            try (Caller caller = Caller.at(port)) {
                assertTrue(caller.isCutInSilence(), port.toString());
            }
        }
    }

    @Test
    void that_asks_nothing_more_is_cut() throws IOException {
        long before = cut(Reason.IDLE);
        for (URI port : ports()) {
            try (Caller caller = Caller.at(port)) {
                assertTrue(caller.asks("/health/liveness").startsWith("HTTP/1.1 "));

                assertTrue(caller.isCutInSilence(), port.toString());
            }
        }
        assertEquals(before + 2, cut(Reason.IDLE));
    }

    @Test
    void that_takes_no_answers_is_cut() {
        long before = cut(Reason.SLOW_ANSWER);
        for (URI port : ports()) {
            assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
                try (Caller caller = Caller.at(port)) {
                    caller.asksWithoutReading("/metrics");
                }
            });
        }
        assertEquals(before + 2, cut(Reason.SLOW_ANSWER));
    }

    @Test
    void that_does_as_it_should_is_served_beside_two_hundred_that_do_nothing() throws IOException {
        List<Caller> others = new ArrayList<>();
        try {
            for (int one = 0; one < 200; one++) {
                others.add(Caller.at(running.settings.localUrl()));
            }

            assertEquals(404, running.onPublic("GET", "/nowhere").statusCode());
            assertEquals(200, running.onManagement("GET", "/health").statusCode());
        } finally {
            for (Caller other : others) {
                other.close();
            }
        }
    }
}
