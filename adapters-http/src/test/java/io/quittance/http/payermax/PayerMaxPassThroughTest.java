package io.quittance.http.payermax;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.replying;
import static io.quittance.http.payermax.Upstream.HOLDER;
import static io.quittance.http.payermax.Upstream.answering;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.live.Page;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A question that is passed through to PayerMax")
class PayerMaxPassThroughTest {
    private static final Json.Obj DATA = new Json.Obj(Map.of("country", new Json.Str("ID")));

    private final Upstream upstream = new Upstream();

    @AfterEach
    void close() {
        upstream.close();
    }

    private String asked(LoopbackServer server) {
        URI base = URI.create(Upstream.UNGUARDED + ":" + server.port() + "/aggregate-pay/api/gateway");
        var call = new PayerMaxCall(new FarAddress(base), upstream.post, _ -> Upstream.SETTINGS, () -> Given.NOON);
        return new PayerMaxPassThrough(call, new HeldAccounts())
                .ask(HOLDER, "paymentFieldValidation", DATA)
                .asUtf8();
    }

    @Test
    void goes_signed_by_our_account_in_the_merchants_words_and_comes_back_in_upstreams() throws Exception {
        String page = Page.example("payout-validation/response.json");
        try (var server = answering(page)) {
            String answer = asked(server);

            assertEquals(
                    ((Json.Obj) JsonReader.read(page.getBytes(StandardCharsets.UTF_8))).fields(),
                    ((Json.Obj) JsonReader.read(answer.getBytes(StandardCharsets.UTF_8))).fields());
            var received = server.received().getFirst();
            assertTrue(received.line().startsWith("POST /aggregate-pay/api/gateway/paymentFieldValidation "));
            assertTrue(new String(received.body(), StandardCharsets.UTF_8).endsWith("\"data\":{\"country\":\"ID\"}}"));
        }
    }

    @Test
    void comes_back_with_upstreams_refusal() throws IOException {
        try (var server = answering("{\"code\":\"CONTRACT_NOT_SIGNED\",\"msg\":\"no contract\"}")) {
            assertEquals("{\"code\":\"CONTRACT_NOT_SIGNED\",\"msg\":\"no contract\"}", asked(server));
        }
    }

    @Test
    void is_a_timeout_when_the_answer_breaks_off() throws IOException {
        try (var server = LoopbackServer.playing(talk -> {
            talk.request();
            talk.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        })) {
            assertTrue(asked(server).startsWith("{\"code\":\"REQUEST_TIMEOUT\""));
        }
    }

    @Test
    void is_an_error_when_nobody_signed_the_answer_or_nobody_knows_its_code() throws IOException {
        try (var server = replying(_ -> http("200 OK", "", "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\",\"data\":{}}"))) {
            assertTrue(asked(server).startsWith("{\"code\":\"UNEXPECTED_ERROR\""));
        }
        try (var server = answering("{\"code\":\"UNHEARD_OF\",\"msg\":\"\"}")) {
            assertTrue(asked(server).startsWith("{\"code\":\"UNEXPECTED_ERROR\""));
        }
    }

    @Test
    void says_nothing_of_our_keys_to_a_merchant() throws IOException {
        try (var server = answering("{\"code\":\"SIGN_VERIFY_FAILED\",\"msg\":\"your key 4711\"}")) {
            assertEquals(
                    "{\"code\":\"SYSTEM_ERROR\",\"msg\":\"upstream refuses the gateway's configuration\"}",
                    asked(server));
        }
    }

    @Test
    void may_be_asked_again_later_where_upstream_says_so() throws IOException {
        try (var server = answering("{\"code\":\"TOO_MANY_REQUEST\",\"msg\":\"later\"}")) {
            assertTrue(asked(server).startsWith("{\"code\":\"TOO_MANY_REQUEST\""));
        }
    }
}
