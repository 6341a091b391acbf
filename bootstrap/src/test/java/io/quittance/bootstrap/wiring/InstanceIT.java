package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.shard.Leases;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.management.AppCard;
import io.quittance.bootstrap.management.AppForm;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.management.RemoteApps;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.AppId;
import io.quittance.http.signing.Pem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

@DisplayName("An instance")
@TestInstance(Lifecycle.PER_CLASS)
class InstanceIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private Path home;
    private Settings settings;
    private Instance instance;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        home = folder;
        settings = settings(home.resolve("data"), FreePorts.find());
        instance = Instance.start(settings);
    }

    @AfterAll
    void stops() {
        instance.close();
        http.close();
    }

    private static Settings settings(Path data, FreePorts ports) {
        return settings(data, ports, Optional.empty(), Optional.empty());
    }

    private static Settings settings(
            Path data, FreePorts ports, Optional<Database> database, Optional<Path> gatewayKey) {
        return new Settings(
                ports.one(),
                "127.0.0.1",
                ports.other(),
                URI.create("http://127.0.0.1:" + ports.one()),
                data,
                database,
                new Upstream.Simulator(Duration.ofMillis(10)),
                gatewayKey,
                Optional.empty(),
                Map.of());
    }

    private HttpResponse<String> call(URI base, String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private HttpResponse<String> onManagement(String method, String path) {
        return call(settings.managementUrl(), method, path, "");
    }

    private HttpResponse<String> onPublic(String method, String path) {
        return call(settings.localUrl(), method, path, "");
    }

    private static String refused(Settings settings) {
        return assertThrows(Trouble.class, () -> Instance.start(settings)).getMessage();
    }

    @Nested
    class On_its_two_ports {
        @ParameterizedTest
        @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness", "/metrics"})
        void shows_health_and_metrics_to_operators_only(String path) {
            assertEquals(200, onManagement("GET", path).statusCode());
            assertEquals(404, onPublic("GET", path).statusCode());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/management/apps", "/demo/notifications?requestId=R", "/unknown", "/"})
        void shows_nothing_else_to_the_public(String path) {
            assertEquals(404, onPublic("GET", path).statusCode());
            assertEquals(404, onPublic("POST", path).statusCode());
        }

        @Test
        void speaks_the_protocol_in_public_only() {
            HttpResponse<String> north = onPublic("POST", "/aggregate-pay/api/gateway/capture");
            HttpResponse<String> south = onPublic("POST", "/captureResultNotifyUrl/app");

            assertEquals(200, north.statusCode());
            assertTrue(north.body().contains("PARAMS_INVALID"), north.body());
            assertEquals(400, south.statusCode());
            assertEquals(
                    404,
                    onManagement("POST", "/aggregate-pay/api/gateway/capture").statusCode());
            assertEquals(
                    404, onManagement("POST", "/captureResultNotifyUrl/app").statusCode());
        }

        @Test
        void does_not_say_what_software_it_is() {
            assertEquals(Optional.empty(), onPublic("GET", "/").headers().firstValue("server"));
        }
    }

    @Nested
    class In_its_health {
        @Test
        void tells_what_it_runs_on() {
            String health = onManagement("GET", "/health").body();

            assertTrue(health.startsWith("{\"status\":\"UP\""), health);
            assertTrue(health.contains("\"crypto\":{\"provider\":"), health);
            assertTrue(health.contains("\"upstream\":\"simulator\""), health);
        }

        @Test
        void is_alive_whatever_the_database_does() {
            assertEquals(
                    "{\"status\":\"UP\"}",
                    onManagement("GET", "/health/liveness").body());
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
            URI management = settings.managementUrl();

            assertEquals(401, call(management, "GET", "/management/apps", "").statusCode());
            assertEquals(
                    401,
                    call(management, "GET", "/management/apps", "", "Authorization", "Bearer wrong")
                            .statusCode());
            assertEquals(401, call(management, "POST", "/management/apps", "{}").statusCode());
            assertEquals(
                    401,
                    call(management, "PATCH", "/management/apps?appId=A", "{}").statusCode());
        }

        @Test
        void registers_shows_and_changes_apps() {
            try (RemoteApps apps = new RemoteApps(settings.managementUrl(), ManagementToken.read(settings.data()))) {
                AppCard added = apps.add(form);

                assertEquals(added, apps.show(form.appId()));
                assertTrue(apps.list().contains(added));
                assertEquals(false, apps.enable(form.appId(), false).enabled());
                assertEquals(
                        "https://b.example/n",
                        apps.setNotifyUrl(form.appId(), "https://b.example/n").notifyUrl());
                assertEquals(
                        "The app " + form.appId() + " is registered already.",
                        assertThrows(Trouble.class, () -> apps.add(form)).getMessage());
                assertTrue(instance.part(Merchants.class)
                        .byApp(new AppId(form.appId()))
                        .isPresent());
            }
        }
    }

    @Nested
    class In_its_metrics {
        @Test
        void counts_what_was_refused() {
            onPublic("POST", "/aggregate-pay/api/gateway/capture");

            String metrics = onManagement("GET", "/metrics").body();

            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.matches("quittance_refusals_total.code=.PARAMS_INVALID.. [1-9].*")),
                    metrics);
            assertTrue(metrics.contains("quittance_deliveries_parked 0.0"), metrics);
            assertTrue(metrics.contains("quittance_captures_overdue 0.0"), metrics);
        }
    }

    @Nested
    class For_the_demo {
        @Test
        void goes_all_the_way_round() {
            StringWriter out = new StringWriter();
            try (DemoRound round =
                    new DemoRound(new DemoFolder(settings.data()).read(), settings.localUrl(), new PrintWriter(out))) {
                round.go(Duration.ZERO);
            }

            assertTrue(out.toString().contains("ended as SUCCESS, and its merchant has acknowledged"), out.toString());
            assertTrue(
                    onManagement("GET", "/metrics")
                            .body()
                            .contains("quittance_requests_total{api=\"capture\",outcome=\"accepted\"}"),
                    "counted");
        }
    }

    @Nested
    class Is_not_started {
        @Test
        void on_a_taken_port() throws IOException {
            Path data = home.resolve("taken");

            String north = refused(settings(
                    data, new FreePorts(settings.port(), FreePorts.find().one())));
            String management =
                    refused(settings(data, new FreePorts(FreePorts.find().one(), settings.managementPort())));

            assertTrue(north.startsWith("Port " + settings.port() + " on 0.0.0.0 is taken"), north);
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
            other.environment().put("QUITTANCE_DATA", settings.data().toString());
            other.environment().put("QUITTANCE_PORT", Integer.toString(ports.one()));
            other.environment().put("QUITTANCE_MANAGEMENT_PORT", Integer.toString(ports.other()));
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

            String message = refused(
                    settings(home.resolve("nowhere"), FreePorts.find(), Optional.of(nowhere), Optional.empty()));

            assertTrue(message.startsWith("No database answers at"), message);
        }

        @Test
        void with_another_key_than_its_database_was_made_with() throws IOException {
            Path data = home.resolve("other-key");
            FreePorts ports = FreePorts.find();
            Instance.start(settings(data, ports)).close();
            Path other = Files.writeString(
                    home.resolve("other.pem"),
                    Pem.writePrivate(KeyDirectory.newPair().getPrivate()));

            String message = refused(settings(data, ports, Optional.empty(), Optional.of(other)));

            assertTrue(message.startsWith("This instance has another gateway key"), message);
        }
    }

    @Nested
    class Once_closed {
        @Test
        void takes_no_more_calls_and_starts_again_with_all_it_knew() throws IOException {
            Settings own = settings(home.resolve("again"), FreePorts.find());
            Instance first = Instance.start(own);
            AppCard demo = first.part(Apps.class).list().getFirst();
            assertEquals(64, first.part(Leases.class).current().size());

            long begun = System.nanoTime();
            first.close();
            first.close();

            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10, "closed within ten seconds");
            IllegalStateException gone =
                    assertThrows(IllegalStateException.class, () -> call(own.managementUrl(), "GET", "/health", ""));
            assertTrue(gone.getCause() instanceof ConnectException, gone.toString());
            try (Instance second = Instance.start(own)) {
                assertEquals(demo, second.part(Apps.class).show(demo.appId()));
                assertEquals(64, second.part(Leases.class).current().size());
            }
            assertEquals(demo, OfflineApps.ask(own, apps -> apps.show(demo.appId())));
        }
    }
}
