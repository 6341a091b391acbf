package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance with a wrong address of PayerMax")
@Timeout(60)
class MisplacedUpstreamIT {
    @TempDir
    private Path data;

    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private HttpServer answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void starts_asks_for_an_order_that_cannot_exist_and_says_in_words_why_it_is_not_ready() throws Exception {
        HttpServer elsewhere = answering(404);
        String base = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/api/gateway";
        Settings settings = RunningInstance.settings(
                data, FreePorts.find(), Optional.empty(), Optional.empty(), new Upstream.PayerMax(URI.create(base)));
        try (RunningInstance running = new RunningInstance(settings)) {
            assertEquals(200, running.onManagement("GET", "/health/readiness").statusCode(), "nothing is known yet");

            running.instance.part(Apps.class).add(PayerMaxShop.form());

            String question = asked.poll(20, TimeUnit.SECONDS);
            assertTrue(question.startsWith("/api/gateway/paymentOrderQry {"), question);
            assertTrue(question.contains("\"outTradeNo\":\"QUITTANCE_CHECK_"), question);
            while (running.onManagement("GET", "/health/readiness").statusCode() == 200) {
                LockSupport.parkNanos(1_000_000);
            }
            String health = running.onManagement("GET", "/health/readiness").body();
            assertTrue(
                    health.contains("\"readiness\":{\"status\":\"DOWN\",\"reasons\":[\"the gateway is not at " + base
                            + ": HTTP 404 with an empty answer\"],\"warnings\":[]}"),
                    health);
        } finally {
            elsewhere.stop(0);
        }
    }
}
