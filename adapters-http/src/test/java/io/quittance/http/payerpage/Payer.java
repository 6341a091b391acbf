package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A payer's browser without a screen, on a live gateway. */
final class Payer implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ATTEMPT = Pattern.compile("name=\"attempt\" value=\"([0-9a-f]+)\"");

    final LiveGateway gateway = new LiveGateway();

    @Override
    public void close() {
        gateway.close();
    }

    PaymentLink created(Draft draft) {
        byte[] body = draft.bytes();
        Answer answer = new Client(gateway)
                .post(Client.CREATE_LINK, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return gateway.link(Answer.text(answer.data(), "merchantLinkId")).orElseThrow();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/pay/" + path));
    }

    HttpResponse<byte[]> get(String path) {
        return send(at(path).GET());
    }

    HttpResponse<byte[]> post(PaymentLink link, String form) {
        return send(at(link.id().value())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    String page(PaymentLink link) {
        return text(get(link.id().value()));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    String attempt(PaymentLink link) {
        Matcher matcher = ATTEMPT.matcher(page(link));
        assertTrue(matcher.find(), "there is a form");
        return matcher.group(1);
    }

    private String followed(PaymentLink link, HttpResponse<byte[]> response) {
        assertEquals(303, response.statusCode(), () -> text(response));
        String where = response.headers().firstValue("Location").orElseThrow();
        assertTrue(where.startsWith(link.id() + "/result?attempt="), where);
        return text(get(where));
    }

    String pay(PaymentLink link, String attempt, String outcome) {
        return followed(link, post(link, "attempt=" + attempt + "&method=CARD&outcome=" + outcome));
    }

    List<SimulatedOrder> due() {
        Instant tomorrow = gateway.clock.instant().plus(Duration.ofDays(1));
        return Shard.all().stream()
                .flatMap(shard -> OwedIn.shard(gateway.store.simulatedOrders().owed(), shard, tomorrow).stream())
                .map(UntoldResult::order)
                .toList();
    }
}
