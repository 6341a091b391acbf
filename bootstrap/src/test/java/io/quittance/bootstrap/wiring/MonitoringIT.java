package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.settings.Monitoring;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An instance whose monitoring needs the token")
@TestInstance(Lifecycle.PER_CLASS)
class MonitoringIT {
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        running = RunningInstance.of(folder.resolve("data"), Monitoring.TOKEN);
    }

    @AfterAll
    void stops() {
        running.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return running.call(running.settings.managementUrl(), "GET", path, "", headers);
    }

    private HttpResponse<String> shown(String path) {
        return get(
                path,
                "Authorization",
                ManagementToken.read(running.settings.data()).asHeader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metrics", "/metrics/", "/metrics?a", "/demo/notifications", "/demo/notifications?about=R"})
    void shows_metrics_and_the_demo_s_inbox_to_nobody_else(String path) {
        for (List<String> headers : List.of(
                List.<String>of(),
                List.of("Authorization", "Bearer wrong"),
                List.of("Authorization", "Basic " + "0".repeat(64)))) {
            HttpResponse<String> answer = get(path, headers.toArray(String[]::new));

            assertEquals(401, answer.statusCode());
            assertEquals(Optional.of("Bearer"), answer.headers().firstValue("WWW-Authenticate"));
            assertFalse(answer.body().contains("quittance_"), answer.body());
        }
    }

    @Test
    void shows_them_to_who_has_it() {
        assertTrue(shown("/metrics").body().contains("quittance_connections"));
        assertEquals(
                "{\"notifications\":[]}", shown("/demo/notifications?about=R").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/readiness", "/health/liveness"})
    void tells_everybody_whether_all_is_well_and_no_more(String path) {
        HttpResponse<String> answer = get(path);

        assertEquals(200, answer.statusCode());
        assertEquals("{\"status\":\"UP\"}", answer.body());
    }

    @Test
    void tells_more_of_health_to_who_has_it() {
        assertTrue(shown("/health").body().contains("\"place\":\"h2:"));
        assertTrue(shown("/health").body().contains("\"version\":"));
        assertTrue(shown("/health/readiness").body().contains("\"reasons\":[]"));
    }

    @Test
    void lets_the_demo_be_told_by_the_gateway_and_read_what_it_was_told() {
        String printed = running.demo();

        assertTrue(printed.contains("Done: capture "), printed);
    }

    @Test
    void lets_the_demo_be_told_nothing_by_others() {
        HttpResponse<String> answer =
                running.call(running.settings.managementUrl(), "POST", "/demo/notifications", "{}", "sign", "forged");

        assertEquals(401, answer.statusCode());
        assertEquals(
                Optional.empty(), answer.headers().firstValue("WWW-Authenticate"), "it is no token that is missing");
    }
}
