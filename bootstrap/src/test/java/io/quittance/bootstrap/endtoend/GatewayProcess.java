package io.quittance.bootstrap.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.wiring.FreePorts;
import io.quittance.persistence.database.DatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product in a process of its own; it can be killed and started again on the same data. */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
    private static final Duration COMMANDS_WITHIN = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "quittance.jar").toAbsolutePath();
    private static final Path COMMANDS = JAR.resolveSibling("quittance.aot");
    private static final Path SERVICE = JAR.resolveSibling("quittance-serve.aot");

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final int port = FreePorts.pick();
    private final int managementPort = FreePorts.pick();
    private Process process;
    private int starts;

    /** What a command printed and how it ended. */
    record Ran(int exit, String out, String err) {}

    public GatewayProcess(Path folder) {
        this.folder = folder;
        settings.put("QUITTANCE_PORT", Integer.toString(port));
        settings.put("QUITTANCE_MANAGEMENT_PORT", Integer.toString(managementPort));
        settings.put("QUITTANCE_DATA", folder.resolve("data").toString());
        // Whoever settles: the merchants of the tests listen on this machine.
        settings.put("QUITTANCE_OUTGOING_ALLOW", "loopback");
    }

    /** One of several on one database, with one data folder for all, and so the same keys. */
    static GatewayProcess among(Path folder, String name, DatabaseSettings database) {
        return new GatewayProcess(folder.resolve(name))
                .with("QUITTANCE_DATA", folder.resolve("data").toString())
                .with("QUITTANCE_DB_URL", database.url());
    }

    public GatewayProcess with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Starts it and does not wait. */
    public GatewayProcess launch() throws IOException {
        Files.createDirectories(folder);
        process = builder("serve")
                .redirectErrorStream(true)
                .redirectOutput(log(++starts).toFile())
                .start();
        return this;
    }

    public GatewayProcess start() throws IOException {
        launch();
        Path log = log(starts);
        Await.until(() -> "ready after start " + starts + "; it printed:\n" + read(log), STARTS_WITHIN, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended with " + process.exitValue() + ":\n" + read(log));
            }
            return ready();
        });
        return this;
    }

    public boolean ready() {
        try {
            return Http.get(management("/health/readiness")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL: no chance to finish anything. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether the process is there, be it stopped. */
    public boolean alive() {
        return process != null && process.isAlive();
    }

    /** Sends any other signal, as STOP or CONT. */
    public void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }

    /** SIGTERM, as an operator stops it. @return how it ended, and whether within the time */
    boolean stop(Duration within) throws InterruptedException {
        process.destroy();
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a command of the launcher's jar with the same settings. */
    Ran run(String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process command = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!command.waitFor(COMMANDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            command.destroyForcibly();
            throw new AssertionError("not ended within " + COMMANDS_WITHIN.toSeconds() + " s: " + List.of(arguments)
                    + "\n" + read(out) + read(err));
        }
        return new Ran(command.exitValue(), read(out), read(err));
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElseThrow());
        line.add("-Xmx256m");
        line.add("-XX:+UseSerialGC");
        line.add("-XX:TieredStopAtLevel=1");
        // As the launcher does: most of a start goes into loading classes. What opens the database itself loads what a
        // service does.
        boolean light = alive() && !arguments[0].equals("serve");
        if (light) {
            line.add("-XX:CompileThresholdScaling=5");
        }
        Path cache = light ? COMMANDS : SERVICE;
        if (Files.exists(cache)) {
            line.addAll(
                    List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=warning,aot*=off,cds*=off:stderr"));
        }
        line.add("-jar");
        line.add(JAR.toString());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUITTANCE_"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** Whether it has said, since it was started last, that it is up. */
    public boolean up() {
        return read(log(starts)).contains(" is up after ");
    }

    /** Everything that it ever printed. */
    public String printed() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= starts; i++) {
            all.append(read(log(i)));
        }
        return all.toString();
    }

    public Path data() {
        return Path.of(settings.get("QUITTANCE_DATA"));
    }

    /** Registers an app at the running service, as {@code app add} does. @param form the JSON of the management API */
    public void register(String form) throws IOException {
        HttpResponse<byte[]> answer = Http.register(management("/api/apps"), token(), form);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    form + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private String token() throws IOException {
        return Files.readString(data().resolve("management-token")).strip();
    }

    /** What the management API answers, in the time of a request and not of a command. */
    JsonNode listed(String path) throws IOException {
        return TestMerchant.json(Http.ask(management(path), token()).body());
    }

    /** Whether any app is owed anything; also if it cannot tell. */
    public boolean owes() {
        try {
            JsonNode answer = listed("/api/deliveries?limit=1");
            return !answer.path("deliveries").isEmpty() || !answer.has("deliveries");
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether it looks at an app's requests by now: it is asked with a signature that is none. */
    public boolean knows(String appId) {
        String request = """
            {"version":"1.5","keyVersion":"1","requestTime":"%s","appId":"%s","data":{}}\
            """.formatted(Instant.now(), appId);
        try {
            byte[] answer = Http.post(north("capture"), request.getBytes(StandardCharsets.UTF_8), "none")
                    .body();
            return TestMerchant.json(answer).path("code").asText().equals("SIGN_VERIFY_FAILED");
        } catch (IOException e) {
            return false;
        }
    }

    public PublicKey gatewayKey() throws IOException {
        return Rsa.readPublic(data().resolve("keys").resolve("gateway-public-key.pem"));
    }

    URI north(String api) {
        return URI.create("http://127.0.0.1:" + port + "/aggregate-pay/api/gateway/" + api);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }

    /** How many shards it works off, by its metrics; below zero while they cannot be had. */
    int shardsHeld() {
        try {
            return new String(Http.get(management("/metrics")).body(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("quittance_shards_held "))
                    .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    public int port() {
        return port;
    }

    private Path log(int start) {
        return folder.resolve("serve-" + start + ".log");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }
}
