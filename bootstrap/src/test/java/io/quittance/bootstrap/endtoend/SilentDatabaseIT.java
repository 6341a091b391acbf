package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the database swallows everything: whoever asks it waits for some ten seconds. */
@DisplayName("With a database that does not answer, the management port")
class SilentDatabaseIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Of an app that nobody has heard of, so that it must be looked for. */
    private static final byte[] REQUEST = """
        {"version":"1.5","keyVersion":"1","requestTime":"2026-11-26T00:00:00Z","appId":"unheard-of","data":{}}
        """.strip().getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Forwarder line;
    private GatewayProcess gateway;

    @BeforeEach
    void start() throws IOException {
        String direct = TestDatabases.mariaDb().url();
        int server = URI.create(direct.substring("jdbc:".length())).getPort();
        line = new Forwarder(server);
        gateway = new GatewayProcess(folder)
                .with("QUITTANCE_DB_URL", direct.replace(":" + server + "/", ":" + line.port() + "/"))
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        line.close();
    }

    private HttpResponse<byte[]> ask(String path) throws IOException {
        return Http.get(gateway.management(path));
    }

    private String readiness() {
        try {
            return new String(ask("/health/readiness").body(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void askEverything() throws IOException {
        assertEquals(200, ask("/health/liveness").statusCode());
        assertEquals(200, ask("/metrics").statusCode());
        ask("/health/readiness");
        ask("/health");
    }

    /** If any of these asked the database, not one round would be through before the request that asked it first. */
    @Test
    void answers_again_and_again_while_a_request_waits() throws Exception {
        askEverything();
        line.silence();

        try (ExecutorService merchant = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<byte[]>> waiting =
                    merchant.submit(() -> Http.post(gateway.north("capture"), REQUEST, "none"));
            for (int times = 0; times < 3; times++) {
                askEverything();
            }
            assertFalse(waiting.isDone());
            assertTrue(new String(waiting.get().body(), UTF_8).contains("SYSTEM_ERROR"), "it asked the database");
        }
    }

    @Test
    void says_that_it_is_not_ready_and_why_until_the_database_answers_again() throws IOException {
        assertTrue(readiness().startsWith("{\"status\":\"UP\""), readiness());

        line.silence();
        Await.until(
                SilentDatabaseIT.this::readiness,
                SOON,
                () -> readiness().contains("\"readiness\":{\"status\":\"DOWN\",\"reasons\":[\"cannot write: "));
        assertTrue(readiness().contains("\"database\":{\"status\":\"DOWN\""), readiness());
        assertEquals(503, ask("/health/readiness").statusCode());
        assertEquals(200, ask("/health/liveness").statusCode());

        line.cut();
        line.mend();
        Await.until(SilentDatabaseIT.this::readiness, SOON, () -> readiness().startsWith("{\"status\":\"UP\""));
        assertTrue(readiness().contains("\"reasons\":[]"), readiness());
    }
}
