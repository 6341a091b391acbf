package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One capture as a merchant lives it: a signed request, its answer, the notification of the result. */
public final class DemoRound implements AutoCloseable {
    private static final String CAPTURE = "/aggregate-pay/api/gateway/capture";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

    private final Demo demo;
    private final URI gateway;
    private final PrintWriter out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** When the request went out: until then the time is our own. */
    private long sent;

    private record Notification(Bytes body, boolean verified) {}

    public DemoRound(Demo demo, URI gateway, PrintWriter out) {
        this.demo = demo;
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Goes all the way round, printing each step.
     *
     * @param simulated how long the simulator takes to settle
     * @throws Trouble saying which step did not happen
     */
    public void go(Duration simulated) {
        String requestId = "demo-" + UUID.randomUUID();
        Bytes answer = request(requestId);
        Notification notification = notification(requestId, PATIENCE.plus(simulated));
        if (!notification.verified()) {
            throw new Trouble(
                    "The notification's signature does not verify with the gateway's key, so the demo merchant"
                            + " did not acknowledge it.");
        }
        out.println();
        out.println("Done: capture " + field(answer, "captureNo") + " was accepted, ended as "
                + field(notification.body(), "status") + ", and its merchant has acknowledged the news.");
    }

    private Bytes request(String requestId) {
        Bytes body = JsonWriter.object(o -> o.text("version", "1.4")
                .text("keyVersion", "1")
                .text("requestTime", TIME.format(Instant.now()))
                .text("appId", demo.appId())
                .text("merchantNo", demo.merchantNo())
                .object(
                        "data",
                        d -> d.text("requestId", requestId)
                                .text("outTradeNo", "order-" + requestId)
                                .number("amount", "100")
                                .text("currency", "USD")));
        String sign = Rsa.sign(demo.app().getPrivate(), body);
        URI address = gateway.resolve(CAPTURE);
        sent = System.nanoTime();
        HttpResponse<byte[]> response = post(address, body, sign);
        String took = millisSince(sent);
        out.println("The demo merchant (appId " + demo.appId() + ") captures 100 USD.");
        step(
                "1  Request",
                "POST " + address + ", header sign: " + sign.substring(0, 12) + "... (" + sign.length()
                        + " characters)",
                body);
        Bytes answer = Bytes.of(response.body());
        boolean verified = response.headers()
                .firstValue("sign")
                .filter(text -> Rsa.verify(demo.gatewayKey(), answer, text))
                .isPresent();
        step(
                "2  Answer",
                "HTTP " + response.statusCode() + " after " + took + ", signature "
                        + (verified ? "verified" : "NOT verified"),
                answer);
        if (!field(answer, "code").equals("APPLY_SUCCESS")) {
            throw new Trouble("The capture was refused with " + field(answer, "code") + ".");
        }
        if (!verified) {
            throw new Trouble("The answer's signature does not verify with the key in the demo folder. Is another"
                    + " instance running at " + gateway + "?");
        }
        return answer;
    }

    private HttpResponse<byte[]> post(URI address, Bytes body, String sign) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("sign", sign)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body.toArray()))
                .build();
        return send(request, gateway);
    }

    private Notification notification(String requestId, Duration patience) {
        URI address = URI.create(demo.notifyUrl() + "?requestId=" + requestId);
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            HttpRequest ask = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            Optional<Notification> told =
                    told(Bytes.of(send(ask, demo.notifyUrl()).body()));
            if (told.isPresent()) {
                step(
                        "3  Notification",
                        "received at " + demo.notifyUrl() + " after " + millisSince(sent) + ", signature "
                                + (told.get().verified() ? "verified, acknowledged" : "NOT verified"),
                        told.get().body());
                return told.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new Trouble("No notification arrived at " + demo.notifyUrl() + " in " + patience.toSeconds()
                + " s; the log of the service says why.");
    }

    private static Optional<Notification> told(Bytes list) {
        return object(list)
                .field("notifications")
                .filter(value -> value instanceof Json.Arr(var items) && !items.isEmpty())
                .map(value -> ((Json.Arr) value).items().getFirst())
                .map(Json.Obj.class::cast)
                .map(item -> new Notification(
                        Bytes.utf8(text(item, "body")),
                        item.field("verified").equals(Optional.of(new Json.Bool(true)))));
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

    private void step(String title, String what, Bytes body) {
        out.println();
        out.printf("%-16s %s%n", title, what);
        out.println("   " + body.asUtf8());
    }

    private static String millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos) + " ms";
    }

    /** A field of the envelope, or of the data in it; empty if it is absent. */
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
