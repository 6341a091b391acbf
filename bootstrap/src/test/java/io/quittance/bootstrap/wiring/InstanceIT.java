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
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
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
                Pem.writePublic(Rsa.newPair().getPublic()),
                "http://127.0.0.1:2/n",
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
                    ManagementToken.read(running.settings.data()),
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
