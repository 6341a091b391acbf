package io.quittance.bootstrap.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.bootstrap.wiring.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A headless Chromium, spoken to in the WebDriver protocol: its own driver is all that it takes. */
final class Browser implements AutoCloseable {
    /** The keys that a person without a mouse uses, as the protocol writes them. */
    static final String TAB = "\uE004";

    static final String DOWN = "\uE015";
    static final String ENTER = "\uE007";

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private Session session;
    private int wide;

    /** A browser of its own. */
    private record Session(Process driver, String url) {
        /** The driver leaves its browser behind if that does not answer. */
        void kill() {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private Browser(Path folder) throws IOException {
        this.folder = folder;
        session = begun(folder);
    }

    static boolean installed() {
        return onPath("chromium").isPresent() && onPath("chromedriver").isPresent();
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder for the browser's profile and the driver's log */
    static Browser open(Path folder) throws IOException {
        return new Browser(folder);
    }

    private static Session begun(Path folder) throws IOException {
        int port = FreePorts.pick();
        ProcessBuilder builder = new ProcessBuilder(
                        onPath("chromedriver").orElseThrow().toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromedriver-" + port + ".log").toFile());
        builder.environment().put("HOME", folder.toString());
        Process driver = builder.start();
        String base = "http://127.0.0.1:" + port;
        try {
            Await.until("the driver is ready", PATIENCE, () -> ready(base));
            Map<String, Object> options = Map.of(
                    "binary", onPath("chromium").orElseThrow().toString(),
                    "args",
                            List.of(
                                    "--headless=new",
                                    "--no-sandbox",
                                    "--disable-dev-shm-usage",
                                    "--disable-gpu",
                                    "--hide-scrollbars",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--disable-extensions",
                                    "--user-data-dir=" + folder.resolve("profile-" + port)));
            JsonNode opened = call(
                    base + "/session",
                    Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options))));
            return new Session(
                    driver, base + "/session/" + opened.path("sessionId").asText());
        } catch (RuntimeException | AssertionError e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static boolean ready(String base) {
        try {
            HttpRequest status =
                    HttpRequest.newBuilder(URI.create(base + "/status")).build();
            return HTTP.send(status, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As wide as that many CSS pixels, as a phone or a desk would show it. */
    Browser wide(int width) {
        wide = width;
        command(
                "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600)));
        return this;
    }

    Browser show(URI page) {
        command("/url", Map.of("url", page.toString()));
        return this;
    }

    String text(String css) {
        return get("/element/" + element(css) + "/text").asText();
    }

    /** Waits for the page with that heading: a click only begins to bring it. */
    void awaitHeading(String heading) {
        Await.until(() -> heading + ", after " + run("return document.body.innerText"), PATIENCE, () -> {
            JsonNode shown = run("return document.readyState + ' ' + document.querySelector('h1')?.innerText");
            return shown.asText().equals("complete " + heading);
        });
    }

    /** What a screen reader calls it. */
    String label(String css) {
        return get("/element/" + element(css) + "/computedlabel").asText();
    }

    void click(String css) {
        command("/element/" + element(css) + "/click", Map.of());
    }

    /** Presses keys where the focus is. */
    void press(String keys) {
        String focused = get("/element/active").path(ELEMENT).asText();
        command("/element/" + focused + "/value", Map.of("text", keys));
    }

    /** What a script returns; the page's own policy does not bind it. */
    JsonNode run(String script) {
        return command("/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /**
     * The whole page, however long. Now and then, on a busy machine, a Chromium that is asked for a picture answers nothing any
     * more, whatever it is asked, and burns no time: then another one shows the page.
     */
    void screenshot(Path file) throws IOException {
        String page = get("/url").asText();
        JsonNode picture;
        try {
            picture = picture();
        } catch (UncheckedIOException e) {
            System.out.println("The browser hung over the picture " + file.getFileName() + ", and is started anew");
            session.kill();
            session = begun(folder);
            wide(wide).show(URI.create(page));
            picture = picture();
        }
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    private JsonNode picture() {
        return command(
                "/goog/cdp/execute",
                Map.of("cmd", "Page.captureScreenshot", "params", Map.of("captureBeyondViewport", true)));
    }

    private String element(String css) {
        return command("/element", Map.of("using", "css selector", "value", css))
                .path(ELEMENT)
                .asText();
    }

    private JsonNode command(String path, Map<String, Object> body) {
        return call(session.url() + path, body);
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(session.url() + path)));
    }

    private static JsonNode call(String url, Map<String, Object> body) {
        try {
            return send(HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            JsonNode value = JSON.readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(value.path("error").asText() + ": "
                        + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(session.url())).DELETE());
        } finally {
            session.kill();
        }
    }
}
