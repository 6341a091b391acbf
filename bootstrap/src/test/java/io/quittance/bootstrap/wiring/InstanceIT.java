package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.web.router.Router;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.store.Eventually;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.AppChange;
import io.quittance.bootstrap.management.AppForm;
import io.quittance.bootstrap.management.ByWhom;
import io.quittance.bootstrap.management.ManagementCall;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.AppId;
import io.quittance.http.signing.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.yaml.snakeyaml.Yaml;

@DisplayName("An instance")
@TestInstance(Lifecycle.PER_CLASS)
class InstanceIT {
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        running = new RunningInstance(folder.resolve("data"));
    }

    @AfterAll
    void stops() {
        running.close();
    }

    @Nested
    class On_its_two_ports {
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
        }

        @ParameterizedTest
        @ValueSource(strings = {"/health", "/api/apps", "/unknown", "/pay/none", "/aggregate-pay/api/gateway/capture"})
        void lets_nobody_keep_an_answer_or_take_it_for_another_type(String path) {
            for (HttpResponse<String> answer : List.of(
                    running.onManagement("GET", path),
                    running.onPublic("GET", path),
                    running.onPublic("POST", path),
                    running.onPublic("PUT", path))) {
                assertEquals(
                        List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"), answer.toString());
                assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"), answer.toString());
                assertEquals(List.of(), answer.headers().allValues("Strict-Transport-Security"), "not over TLS");
            }
        }

        @Test
        void asks_about_which_order_the_demo_wants_to_know() {
            HttpResponse<String> answer = running.onManagement("GET", "/demo/notifications");

            assertEquals(400, answer.statusCode());
            assertEquals(
                    "{\"error\":\"Notifications about which order? (expected: /demo/notifications?about=ID, with the ID"
                            + " that the request named)\"}",
                    answer.body());
            assertEquals(
                    "{\"notifications\":[]}",
                    running.onManagement("GET", "/demo/notifications?about=nothing")
                            .body());
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
                    404,
                    running.onManagement("POST", "/captureResultNotifyUrl/app").statusCode());
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
                assertEquals(
                        404, running.onManagement("POST", "/" + name + "/app").statusCode(), name);
            }
        }

        @Test
        void does_not_say_what_software_it_is() {
            assertEquals(
                    Optional.empty(), running.onPublic("GET", "/").headers().firstValue("server"));
        }
    }

    @Nested
    class In_its_health {
        @Test
        void tells_what_it_runs_on() {
            String health = running.onManagement("GET", "/health").body();

            assertTrue(health.startsWith("{\"status\":\"UP\""), health);
            assertTrue(health.contains("\"crypto\":{\"provider\":"), health);
            assertTrue(health.contains("\"upstream\":\"simulator\""), health);
        }

        @Test
        void is_alive_whatever_the_database_does() {
            assertEquals(
                    "{\"status\":\"UP\"}",
                    running.onManagement("GET", "/health/liveness").body());
        }
    }

    @Nested
    class To_its_operators {
        private final AppForm form = new AppForm(
                "registered-" + System.nanoTime(),
                "M1",
                Pem.writePublic(KeyDirectory.newPair().getPublic()),
                "http://127.0.0.1:1/n",
                "v2",
                Optional.empty());

        @Test
        void answers_only_with_the_token() {
            URI management = running.settings.managementUrl();

            assertEquals(401, running.call(management, "GET", "/api/apps", "").statusCode());
            assertEquals(
                    401,
                    running.call(management, "GET", "/api/apps", "", "Authorization", "Bearer wrong")
                            .statusCode());
            assertEquals(
                    401, running.call(management, "POST", "/api/apps", "{}").statusCode());
            assertEquals(
                    401,
                    running.call(management, "PATCH", "/api/apps?appId=A", "{}").statusCode());
        }

        @Test
        void registers_shows_and_changes_apps() {
            RemoteApps apps = new RemoteApps(new ManagementCall(
                    running.settings.managementUrl(), ManagementToken.read(running.settings.data())));
            AppCard added = apps.add(form);

            assertEquals(added, apps.show(form.appId()));
            assertTrue(apps.list().contains(added));
            ByWhom by = new ByWhom("Ada", "for a test");
            assertEquals(
                    false,
                    apps.change(form.appId(), AppChange.enabled(false), by)
                            .app()
                            .enabled());
            assertEquals(
                    "https://b.example/n",
                    apps.change(form.appId(), AppChange.to("https://b.example/n"), by)
                            .app()
                            .notifyUrl());
            assertEquals(
                    "The app " + form.appId() + " is registered already.",
                    assertThrows(Trouble.class, () -> apps.add(form)).getMessage());
            assertTrue(running.instance
                    .part(Merchants.class)
                    .byApp(new AppId(form.appId()))
                    .isPresent());
        }
    }

    @Nested
    class In_its_description {
        /** A route is shown as its method and its path. */
        @Test
        @SuppressWarnings("unchecked")
        void has_all_that_the_management_api_offers_and_nothing_else() throws IOException {
            Set<String> offered = running.instance
                    .part(Router.class)
                    .uriRoutes()
                    .filter(route -> route.getUriMatchTemplate().toString().startsWith("/api"))
                    .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
                    .filter(route -> !route.startsWith("HEAD"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<String, Object> all;
            try (InputStream file = Router.class.getResourceAsStream("/openapi.yaml")) {
                all = new Yaml().load(file);
            }
            Set<String> described = ((Map<String, Map<String, Object>>) all.get("paths"))
                    .entrySet().stream()
                            .flatMap(path -> path.getValue().keySet().stream()
                                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                            .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(offered, described);
        }
    }

    @Nested
    class In_its_metrics {
        @Test
        void counts_what_was_refused() {
            running.onPublic("POST", "/aggregate-pay/api/gateway/capture");

            Eventually.become("looked up", () -> metrics().contains("quittance_deliveries_parked 0.0"));
            String metrics = metrics();

            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.matches("quittance_refusals_total.code=.PARAMS_INVALID.. [1-9].*")),
                    metrics);
            assertFalse(metrics.contains("APPLY_SUCCESS"), "that is no refusal: " + metrics);
            assertTrue(metrics.contains("quittance_captures_overdue 0.0"), metrics);
            assertTrue(metrics.lines().anyMatch(line -> line.matches("quittance_surveys_age [0-9.]+")), metrics);
        }

        private String metrics() {
            return running.onManagement("GET", "/metrics").body();
        }
    }

    @Nested
    class For_the_demo {
        @Test
        void goes_all_the_way_round() {
            StringWriter out = new StringWriter();
            try (DemoRound round = new DemoRound(
                    new DemoFolder(running.settings.data()).read(),
                    running.settings.localUrl(),
                    new PrintWriter(out),
                    Duration.ZERO)) {
                round.go();
            }

            String shown = out.toString();
            for (String done : List.of(
                    "Done: capture [0-9A-Z]+ was accepted, ended as SUCCESS, ",
                    "Done: payout [0-9A-Z]+ was accepted, ended as SUCCESS, and",
                    "Done: payout [0-9A-Z]+ was accepted, ended as SUCCESS, then BOUNCEBACK, ",
                    "Done: payment link [0-9A-Za-z]+ was paid for 40.00 USD, ")) {
                assertTrue(
                        Pattern.compile(done + ".*its merchant has acknowledged the news")
                                .matcher(shown)
                                .find(),
                        shown);
            }
            assertTrue(
                    running.onManagement("GET", "/metrics")
                            .body()
                            .contains("quittance_requests_total{api=\"capture\",outcome=\"accepted\"}"),
                    "counted");
        }
    }
}
