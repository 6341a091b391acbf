package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;

import io.quittance.application.store.Given;
import io.quittance.application.upstream.RemoteAcquirerContract.Play;
import io.quittance.http.json.Json;
import io.quittance.http.live.OddNews;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.LoopbackServer.Received;
import io.quittance.http.outbound.LoopbackServer.Talk;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** PayerMax's gateway on the loopback, which has a memory and misbehaves as it is told to. It knows no id twice. */
final class PlayedPayerMax implements AutoCloseable {
    private static final Duration LITTLE_TIME = Duration.ofSeconds(1);

    private final List<String> ids;
    private final UnaryOperator<String> taken;
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final LoopbackServer server = LoopbackServer.playing(this::serve);
    private final JsonPost patient = new JsonPost(LoopbackServer.PATIENT, "test");
    private final JsonPost hasty = new JsonPost(
            new PostLimits(
                    LoopbackServer.PATIENT.connect(),
                    LITTLE_TIME,
                    65_536,
                    LoopbackServer.PATIENT.idle(),
                    LoopbackServer.PATIENT.perRoute(),
                    LoopbackServer.PATIENT.total()),
            "test");
    private volatile Play play = Play.WORKS;

    /**
     * @param ids the fields of {@code data} of which the first that is there is an order's id
     * @param taken the whole answer that it has the order of an id
     */
    PlayedPayerMax(List<String> ids, UnaryOperator<String> taken) {
        this.ids = ids;
        this.taken = taken;
    }

    void plays(Play next) {
        play = next;
    }

    int orders() {
        return new HashSet<>(orders).size();
    }

    /** As one whose outcome may be believed, as nobody is on the way to the machine itself. */
    PayerMaxCall call() {
        JsonPost post = play == Play.IS_SILENT ? hasty : patient;
        return new PayerMaxCall(
                new FarAddress(URI.create("http://127.0.0.1:" + server.port() + "/aggregate-pay/api/gateway")),
                post,
                _ -> Upstream.SETTINGS,
                () -> Given.NOON);
    }

    private void serve(Talk talk) throws IOException, InterruptedException {
        Optional<Received> request = talk.request();
        while (request.isPresent()) {
            answer(talk, id(request.get()));
            request = talk.request();
        }
    }

    private void answer(Talk talk, String id) throws IOException {
        switch (play) {
            case WORKS -> talk.write(orders.add(id) ? signed(taken.apply(id)) : signed(code("ORDER_REPEAT")));
            case REFUSES -> talk.write(signed(code("RISK_FAILED")));
            case IS_BUSY -> talk.write(signed(code("TOO_MANY_REQUEST")));
            case KNOWS_US_NOT -> talk.write(http("200 OK", "", code("MERCHANT_APP_INVALID")));
            case TALKS_NONSENSE -> talk.write(signed("[1,2"));
            case BREAKS_OFF -> talk.reset();
            case IS_SILENT -> talk.untilClosed();
            case IS_FORGED ->
                talk.write(http("200 OK", Upstream.signHeader("badly signed", taken.apply(id)), taken.apply(id)));
            case FAILS -> talk.write(signed(code("SYSTEM_ERROR")));
        }
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\",\"msg\":\"played\"}";
    }

    private static String signed(String body) {
        return http("200 OK", Upstream.signHeader("signed", body), body);
    }

    private String id(Received request) {
        Json.Obj data = (Json.Obj) OddNews.read(request.text()).field("data").orElseThrow();
        return ids.stream()
                .flatMap(name -> data.field(name).stream())
                .map(value -> ((Json.Str) value).value())
                .findFirst()
                .orElseThrow();
    }

    /** Nobody listens there any more. */
    void goesAway() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goesAway();
        patient.close();
        hasty.close();
    }
}
