package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a running service over its management port; to be closed by whoever opened it. */
public final class ManagementCall implements AutoCloseable {
    private static final Bytes NOTHING = Bytes.utf8("");

    /** Longer than an endpoint may take that is tested. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI management;
    private final ManagementToken token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public ManagementCall(URI management, ManagementToken token) {
        this.management = management;
        this.token = token;
    }

    /** The path, asked about one app. */
    static String about(String path, String appId) {
        return asking(path, Map.of("appId", appId));
    }

    /** The path, with what is asked for. */
    static String asking(String path, Map<String, String> asked) {
        return asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    /** @throws Trouble with the service's own sentence, or with why there is none */
    byte[] send(String method, String path, Bytes body) {
        HttpRequest request = HttpRequest.newBuilder(management.resolve(path))
                .method(method, BodyPublishers.ofByteArray(body.toArray()))
                .header("Authorization", token.asHeader())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> response.body();
                case 401 ->
                    throw new Trouble("The service at " + management + " does not know this data folder's token; set"
                            + " QUITTANCE_DATA to the folder that it runs with.");
                case 400 -> throw new Trouble(ManagementJson.text(ManagementJson.object(response.body()), "error"));
                default ->
                    throw new Trouble("The service at " + management + " answered with HTTP status "
                            + response.statusCode() + "; its log says more.");
            };
        } catch (IOException e) {
            throw new Trouble("The service at " + management + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The command was interrupted.", e);
        }
    }

    /** The same, without a body. */
    byte[] send(String method, String path) {
        return send(method, path, NOTHING);
    }

    @Override
    public void close() {
        http.close();
    }
}
