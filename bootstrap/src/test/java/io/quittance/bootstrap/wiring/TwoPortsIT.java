package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.management.ManagementToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

@DisplayName("An instance, on its two ports,")
@TestInstance(Lifecycle.PER_CLASS)
class TwoPortsIT {
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        running = new RunningInstance(folder.resolve("data"));
    }

    @AfterAll
    void stops() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness", "/metrics"})
    void shows_health_and_metrics_to_operators_only(String path) {
        assertEquals(200, running.onManagement("GET", path).statusCode());
        assertEquals(404, running.onPublic("GET", path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/apps", "/demo/notifications?about=R", "/unknown", "/"})
    void shows_nothing_else_to_the_public(String path) {
        assertEquals(404, running.onPublic("GET", path).statusCode());
        assertEquals(404, running.onPublic("POST", path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/capture", "/api/gateway/capture", "/aggregate-pay/api/capture", "/"})
    void names_the_right_address_in_the_words_of_the_protocol_where_it_has_none(String path) {
        for (String method : List.of("GET", "POST", "PUT")) {
            HttpResponse<String> answer = running.onPublic(method, path);

            assertEquals(404, answer.statusCode());
            assertEquals(
                    "{\"code\":\"PARAMS_INVALID\",\"msg\":\"path: '" + path + "' (expected: POST"
                            + " /aggregate-pay/api/gateway/NAME, or the address of a notification)\"}",
                    answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/helth", "/api", "/capture", "/aggregate-pay/api/gateway/capture"})
    void says_to_operators_what_is_where(String path) {
        for (String method : List.of("GET", "POST")) {
            HttpResponse<String> answer = running.onManagement(method, path);

            assertEquals(404, answer.statusCode());
            assertEquals(
                    "{\"error\":\"path: '" + path + "' (expected: /health, /metrics, or what /api/openapi.yaml"
                            + " describes;"
                            + " the protocol is spoken at " + running.settings.publicUrl() + ")\"}",
                    answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/api/apps", "/demo/notifications?about=R", "/unknown"})
    void answers_operators_by_its_own_names_only(String path) throws IOException {
        try (Caller foreign = Caller.at(running.settings.managementUrl());
                Caller local = Caller.at(running.settings.managementUrl())) {
            String refused = foreign.asks(path, "evil.example:9090");

            assertTrue(refused.startsWith("HTTP/1.1 403 "), refused);
            assertTrue(refused.contains("Host: 'evil.example:9090' (expected: "), refused);
            assertFalse(local.asks(path, "localhost").startsWith("HTTP/1.1 403 "));
        }
        try (Caller foreign = Caller.at(running.settings.managementUrl())) {
            String refused = foreign.asks("http://evil.example:9090" + path, "localhost");

            assertTrue(refused.startsWith("HTTP/1.1 400 "), refused);
            assertTrue(refused.contains("Host: more than one (expected: one)"), refused);
        }
    }

    /** Each is answered before any filter of the framework, on both ports. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / unknown HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health\r\n\r\n",
                "GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a b/../\r\n\r\n",
                "GET /health http/1.1\r\nHost: localhost\r\n\r\n",
                "get /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/apps HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /api/apps HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/apps HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void lets_nobody_keep_an_answer_to_what_is_no_request_either(String sent) throws IOException {
        for (URI port : List.of(running.settings.managementUrl(), running.settings.publicUrl())) {
            try (Caller caller = Caller.at(port)) {
                String answer = caller.hears(sent).toLowerCase(Locale.ROOT);

                assertTrue(answer.matches("(?s)http/1[.][01] (400|501|505) .*"), answer);
                assertTrue(answer.contains("\r\nx-content-type-options: nosniff\r\n"), answer);
                assertTrue(answer.contains("\r\ncache-control: no-store\r\n"), answer);
                assertTrue(answer.contains("\r\ncontent-security-policy: default-src 'none'; "), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/apps", "/unknown", "/pay/none", "/aggregate-pay/api/gateway/capture"})
    void lets_nobody_keep_an_answer_or_take_it_for_another_type(String path) {
        for (HttpResponse<String> answer : List.of(
                running.onManagement("GET", path),
                running.onPublic("GET", path),
                running.onPublic("POST", path),
                running.onPublic("PUT", path))) {
            assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"), answer.toString());
            assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"), answer.toString());
            assertEquals(List.of(), answer.headers().allValues("Strict-Transport-Security"), "not over TLS");
            List<String> policy = answer.headers().allValues("Content-Security-Policy");
            assertEquals(1, policy.size(), policy.toString());
            assertTrue(policy.getFirst().startsWith("default-src 'none'; "), policy.toString());
            assertTrue(policy.getFirst().endsWith("base-uri 'none'; frame-ancestors 'none'"), policy.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/apps", "/unknown", "/pay/none", "/aggregate-pay/api/gateway/capture"})
    void sends_nothing_back_of_what_is_traced(String path) {
        for (HttpResponse<String> answer :
                List.of(running.onManagement("TRACE", path), running.onPublic("TRACE", path))) {
            assertFalse(answer.headers().firstValue("Content-Type").orElse("").contains("message/http"));
            assertFalse(answer.body().contains("HTTP/1.1") || answer.body().contains("User-Agent"), answer.body());
        }
    }

    @Test
    void asks_about_which_order_the_demo_wants_to_know() {
        HttpResponse<String> answer = inbox("");

        assertEquals(400, answer.statusCode());
        assertEquals(
                "{\"error\":\"Notifications about which order? (expected: /demo/notifications?about=ID, with the ID"
                        + " that the request named)\"}",
                answer.body());
        assertEquals("{\"notifications\":[]}", inbox("?about=nothing").body());
    }

    private HttpResponse<String> inbox(String query) {
        return running.call(
                running.settings.managementUrl(),
                "GET",
                "/demo/notifications" + query,
                "",
                "Authorization",
                ManagementToken.read(running.settings.data()).asHeader());
    }

    @Test
    void speaks_the_protocol_in_public_only() {
        HttpResponse<String> north = running.onPublic("POST", "/aggregate-pay/api/gateway/capture");
        HttpResponse<String> south = running.onPublic("POST", "/captureResultNotifyUrl/app");

        assertEquals(200, north.statusCode());
        assertTrue(north.body().contains("PARAMS_INVALID"), north.body());
        assertEquals(400, south.statusCode());
        assertEquals(
                404,
                running.onManagement("POST", "/aggregate-pay/api/gateway/capture")
                        .statusCode());
        assertEquals(
                404, running.onManagement("POST", "/captureResultNotifyUrl/app").statusCode());
    }

    @Test
    void takes_news_at_every_address_that_it_names_in_public_only() {
        String places = running.instance.places().get("callbacks");
        List<String> names =
                List.of(places.substring(places.indexOf("one of ") + 7).split(", "));

        assertTrue(names.size() > 1, places);
        for (String name : names) {
            assertEquals(400, running.onPublic("POST", "/" + name).statusCode(), name);
            assertEquals(400, running.onPublic("POST", "/" + name + "/app").statusCode(), name);
            assertEquals(404, running.onManagement("POST", "/" + name).statusCode(), name);
            assertEquals(404, running.onManagement("POST", "/" + name + "/app").statusCode(), name);
        }
    }

    @Test
    void does_not_say_what_software_it_is() {
        assertEquals(Optional.empty(), running.onPublic("GET", "/").headers().firstValue("server"));
    }
}
