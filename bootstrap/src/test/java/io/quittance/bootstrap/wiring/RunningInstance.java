package io.quittance.bootstrap.wiring;

import io.quittance.application.retention.Keeping;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.settings.Edge;
import io.quittance.bootstrap.settings.Monitoring;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.http.guard.Allowed;
import io.quittance.http.guard.Outgoing;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.signing.KeyReference;
import io.quittance.persistence.database.DatabaseLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An instance within this process, on ports of its own, and a client of both. */
public final class RunningInstance implements AutoCloseable {
    final Settings settings;
    final Instance instance;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningInstance(Path data) throws IOException {
        this(settings(data, FreePorts.find()));
    }

    RunningInstance(Settings settings) {
        this(settings, TimeOfDay.ofThisMachine());
    }

    RunningInstance(Settings settings, TimeOfDay time) {
        this.settings = settings;
        instance = Instance.start(settings, time);
    }

    /** With the embedded database and the simulator, and settings for others than the gateway itself. */
    public static RunningInstance of(Path data, Map<String, Object> others) throws IOException {
        Settings plain = settings(data, FreePorts.find());
        return new RunningInstance(with(plain, plain.clients(), others));
    }

    /** With the embedded database and the simulator, and what a client may take. */
    static RunningInstance of(Path data, ClientLimits clients) throws IOException {
        Settings plain = settings(data, FreePorts.find());
        return new RunningInstance(with(plain, clients, plain.framework()));
    }

    /** With the embedded database and the simulator, and who may read metrics. */
    static RunningInstance of(Path data, Monitoring monitoring) throws IOException {
        Settings plain = settings(data, FreePorts.find());
        return new RunningInstance(
                with(plain, monitoring, plain.clients(), plain.edge(), plain.databaseLimits(), plain.framework()));
    }

    /** With the embedded database and the simulator, and what stands before its public port. */
    static RunningInstance of(Path data, Edge edge) throws IOException {
        return new RunningInstance(settings(data, FreePorts.find(), edge));
    }

    /** The same, not started. */
    static Settings settings(Path data, FreePorts ports, Edge edge) {
        Settings plain = settings(data, ports);
        return with(plain, plain.monitoring(), plain.clients(), edge, plain.databaseLimits(), plain.framework());
    }

    /** One that waits for its database as long as the product does. */
    static Settings patient(Settings plain) {
        return with(plain, plain.monitoring(), plain.clients(), plain.edge(), DatabaseLimits.USUAL, plain.framework());
    }

    private static Settings with(Settings plain, ClientLimits clients, Map<String, Object> framework) {
        return with(plain, plain.monitoring(), clients, plain.edge(), plain.databaseLimits(), framework);
    }

    private static Settings with(
            Settings plain,
            Monitoring monitoring,
            ClientLimits clients,
            Edge edge,
            DatabaseLimits database,
            Map<String, Object> framework) {
        return new Settings(
                plain.host(),
                plain.port(),
                plain.managementHost(),
                plain.managementPort(),
                plain.managementNames(),
                monitoring,
                URI.create(edge.scheme() + plain.publicUrl().toString().replaceFirst("^http", "")),
                plain.data(),
                plain.database(),
                plain.upstream(),
                plain.outgoing(),
                plain.proxy(),
                plain.gatewayKey(),
                plain.bodyKey(),
                plain.auditKey(),
                clients,
                edge,
                plain.keeping(),
                database,
                framework);
    }

    public Settings settings() {
        return settings;
    }

    public Instance instance() {
        return instance;
    }

    static Settings settings(Path data, FreePorts ports) {
        return settings(data, ports, Optional.empty(), Optional.empty());
    }

    static Settings settings(Path data, FreePorts ports, Optional<Database> database, Optional<Path> gatewayKey) {
        return settings(data, ports, database, gatewayKey, new Upstream.Simulator(Duration.ofMillis(10)));
    }

    static Settings settings(
            Path data, FreePorts ports, Optional<Database> database, Optional<Path> gatewayKey, Upstream upstream) {
        return new Settings(
                "127.0.0.1",
                ports.one(),
                "127.0.0.1",
                ports.other(),
                Set.of(),
                Monitoring.OPEN,
                URI.create("http://127.0.0.1:" + ports.one()),
                data,
                database,
                upstream,
                new Outgoing(Allowed.of("loopback"), Outgoing.ANY_SCHEME),
                Optional.empty(),
                gatewayKey.map(KeyReference::file),
                Optional.empty(),
                Optional.empty(),
                ClientLimits.USUAL,
                Edge.USUAL,
                Keeping.DEFAULT,
                DatabaseLimits.USUAL.withoutPatience(),
                Map.of());
    }

    public HttpResponse<String> call(URI base, String method, String path, String body, String... headers) {
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

    HttpResponse<String> onManagement(String method, String path) {
        return call(settings.managementUrl(), method, path, "");
    }

    HttpResponse<String> onPublic(String method, String path) {
        return call(settings.localUrl(), method, path, "");
    }

    /** What the demo prints on its way round. */
    String demo() {
        StringWriter out = new StringWriter();
        try (DemoRound round = new DemoRound(
                new DemoFolder(settings.data()).read(),
                settings.localUrl(),
                ManagementToken.read(settings.data()),
                new PrintWriter(out),
                Duration.ZERO)) {
            round.go();
        }
        return out.toString();
    }

    @Override
    public void close() {
        instance.close();
        http.close();
    }
}
