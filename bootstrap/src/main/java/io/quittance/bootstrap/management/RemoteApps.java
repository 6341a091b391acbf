package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
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
import java.util.List;

/** The apps of a running service, over its management port. */
public final class RemoteApps implements Apps, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI management;
    private final ManagementToken token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public RemoteApps(URI management, ManagementToken token) {
        this.management = management;
        this.token = token;
    }

    @Override
    public AppCard add(AppForm form) {
        return AppsWire.card(call("POST", "", AppsWire.write(form)));
    }

    @Override
    public List<AppCard> list() {
        return AppsWire.cards(call("GET", "", Bytes.utf8("")));
    }

    @Override
    public AppCard show(String appId) {
        return AppsWire.card(call("GET", query(appId), Bytes.utf8("")));
    }

    @Override
    public AppCard enable(String appId, boolean enabled) {
        return AppsWire.card(call("PATCH", query(appId), JsonWriter.object(o -> o.bool("enabled", enabled))));
    }

    @Override
    public AppCard setNotifyUrl(String appId, String notifyUrl) {
        return AppsWire.card(call("PATCH", query(appId), JsonWriter.object(o -> o.text("notifyUrl", notifyUrl))));
    }

    private static String query(String appId) {
        return "?appId=" + URLEncoder.encode(appId, StandardCharsets.UTF_8);
    }

    private byte[] call(String method, String query, Bytes body) {
        URI address = management.resolve(AppsController.PATH + query);
        HttpRequest request = HttpRequest.newBuilder(address)
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
                case 400 -> throw new Trouble(AppsWire.text(AppsWire.object(response.body()), "error"));
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

    @Override
    public void close() {
        http.close();
    }
}
