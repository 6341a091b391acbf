package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.outbound.OwnPort;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The demo merchant's side of the wire: it signs what it asks, verifies what it is answered, and reads its own inbox. */
final class DemoClient implements AutoCloseable {
    private static final String GATEWAY = "/aggregate-pay/api/gateway/";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

    private final Demo demo;
    private final URI gateway;
    private final ManagementToken token;
    private final Supplier<List<PublicKey>> gatewayKeys;
    private final HttpClient http;

    /** @param token with which the merchant's own inbox is read */
    DemoClient(Demo demo, URI gateway, ManagementToken token) {
        this(demo, gateway, token, demo::gatewayKeys);
    }

    /** @param gatewayKeys what an answer may verify with, when it has come */
    DemoClient(Demo demo, URI gateway, ManagementToken token, Supplier<List<PublicKey>> gatewayKeys) {
        this.demo = demo;
        this.gateway = gateway;
        this.token = token;
        this.gatewayKeys = gatewayKeys;
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2));
        this.http = (gateway.getScheme().equals("https") ? client.sslContext(OwnPort.tls()) : client).build();
    }

    /**
     * A request as it went out, and what came back.
     *
     * @param sent when it left, by {@link System#nanoTime}: until then the time is our own
     */
    record Asked(
            URI address,
            Bytes request,
            String sign,
            long sent,
            Duration took,
            int status,
            Bytes answer,
            boolean verified) {
        /** A field of the envelope, or of the data in it; empty if it is absent. */
        String field(String name) {
            return DemoClient.field(answer, name);
        }
    }

    /** What the merchant's endpoint got. */
    record Told(Bytes body, boolean verified) {
        String field(String name) {
            return DemoClient.field(body, name);
        }
    }

    /** Asks an API of the gateway. @param data writes the fields of {@code data} */
    Asked ask(String api, Consumer<JsonWriter> data) {
        Bytes body = JsonWriter.object(o -> o.text("version", "1.4")
                .text("keyVersion", "1")
                .text("requestTime", TIME.format(Instant.now()))
                .text("appId", demo.appId())
                .text("merchantNo", demo.merchantNo())
                .object("data", data));
        String sign = Rsa.sign(demo.app().getPrivate(), body);
        URI address = gateway.resolve(GATEWAY + api);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("sign", sign)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body.toArray()))
                .build();
        long sent = System.nanoTime();
        HttpResponse<byte[]> response = send(request, gateway);
        Duration took = Duration.ofNanos(System.nanoTime() - sent);
        Bytes answer = Bytes.of(response.body());
        boolean verified = response.headers()
                .firstValue("sign")
                .filter(text -> gatewayKeys.get().stream().anyMatch(key -> Rsa.verify(key, answer, text)))
                .isPresent();
        return new Asked(address, body, sign, sent, took, response.statusCode(), answer, verified);
    }

    /** What the merchant's endpoint got about one of its orders, oldest first. */
    List<Told> told(String about) {
        URI address = URI.create(demo.notifyUrl() + "?about=" + URLEncoder.encode(about, StandardCharsets.UTF_8));
        HttpRequest ask = HttpRequest.newBuilder(address)
                .header("Authorization", token.asHeader())
                .timeout(PATIENCE)
                .build();
        Json list = object(Bytes.of(send(ask, demo.notifyUrl()).body()))
                .field("notifications")
                .orElse(new Json.Null());
        return list instanceof Json.Arr(var items)
                ? items.stream().map(Json.Obj.class::cast).map(DemoClient::told).toList()
                : List.of();
    }

    /** Sends a page's form, as a browser would. @return the status behind all redirects */
    int submit(URI page, String form) {
        HttpRequest request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = send(request, page);
        Optional<String> elsewhere = response.headers().firstValue("Location");
        return elsewhere.isPresent() ? open(page.resolve(elsewhere.get())) : response.statusCode();
    }

    /** Opens a page. @return its status */
    int open(URI page) {
        return send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(), page)
                .statusCode();
    }

    private HttpResponse<byte[]> send(HttpRequest request, URI place) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new Trouble("No service answers at " + place + ". Start it with ./quittance serve", e);
        } catch (IOException e) {
            throw new Trouble("The service at " + place + " does not answer as expected.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The demo was interrupted.", e);
        }
    }

    private static Told told(Json.Obj item) {
        return new Told(
                Bytes.utf8(text(item, "body")), item.field("verified").equals(Optional.of(new Json.Bool(true))));
    }

    private static String field(Bytes body, String name) {
        Json.Obj envelope = object(body);
        String outside = text(envelope, name);
        return outside.isEmpty() && envelope.field("data").orElse(new Json.Null()) instanceof Json.Obj data
                ? text(data, name)
                : outside;
    }

    private static String text(Json.Obj object, String name) {
        return object.field(name)
                .map(value -> value instanceof Json.Str(var text) ? text : "")
                .orElse("");
    }

    private static Json.Obj object(Bytes body) {
        try {
            if (JsonReader.read(body.toArray()) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonFault e) {
            throw new Trouble("The service answered with something that is not JSON.", e);
        }
        throw new Trouble("The service answered with something that is no JSON object.");
    }

    @Override
    public void close() {
        http.close();
    }
}
