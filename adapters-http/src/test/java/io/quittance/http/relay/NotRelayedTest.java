package io.quittance.http.relay;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.relay.Relayed.ANSWER;
import static io.quittance.http.relay.Relayed.BASE;
import static io.quittance.http.relay.Relayed.DATA;
import static io.quittance.http.relay.Relayed.PATIENT;
import static io.quittance.http.relay.Relayed.request;
import static io.quittance.http.relay.Relayed.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.json.Json;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.outbound.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request is not passed on")
class NotRelayedTest {
    private final LoopbackServer upstream = LoopbackServer.replying(_ -> http("200 OK", signed(ANSWER), ANSWER));

    private void assertRefused(String code, String api, byte[] body, PrivateKey key) throws IOException {
        try (upstream;
                Relayed relayed = new Relayed(upstream, PATIENT)) {
            Answer answer = relayed.ask(api, body, key);

            assertEquals(code, answer.code());
            assertEquals(0, upstream.received().size());
            assertEquals(List.of(), relayed.gateway.store.relays().all());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-and-pay",
                "order/pay",
                "order_and_pay",
                "x%20y",
                "%C3%A9",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void under_a_name_that_is_none(String api) throws IOException {
        assertRefused("PARAMS_INVALID", api, request(DATA), Keys.MERCHANT.getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PaymentOrderPay", "Capture", "CANCEL", "createPayByLink", "expirepaybylink"})
    void under_a_name_of_ours_in_another_case(String api) throws IOException {
        assertRefused("PARAMS_INVALID", api, request(DATA), Keys.MERCHANT.getPrivate());
    }

    @Test
    void unless_its_signature_verifies() throws IOException {
        assertRefused("SIGN_VERIFY_FAILED", "orderAndPay", request(DATA), Keys.NEIGHBOUR.getPrivate());
    }

    @Test
    void unless_it_is_of_now() throws IOException {
        byte[] old = new String(request(DATA), StandardCharsets.UTF_8)
                .replace("2026-03-01T12", "2026-03-01T11")
                .getBytes(StandardCharsets.UTF_8);

        assertRefused("REQ_TIME_OVER_TIME", "orderAndPay", old, Keys.MERCHANT.getPrivate());
    }

    @Test
    void unless_its_data_is_an_object() throws IOException {
        assertRefused("PARAMS_INVALID", "orderAndPay", request("[]"), Keys.MERCHANT.getPrivate());
    }

    @Test
    void where_we_know_it_ourselves() throws IOException {
        try (upstream;
                Relayed relayed = new Relayed(upstream, PATIENT)) {
            Answer answer = relayed.ask("cancel", request("{\"requestId\":\"R1\",\"outTradeNo\":\"O1\"}"));

            assertEquals(new Json.Str("PENDING"), answer.data().fields().get("status"));
            assertEquals(0, upstream.received().size());
        }
    }

    @Test
    void where_the_simulator_settles() throws IOException {
        try (upstream;
                LiveGateway gateway = new LiveGateway()) {
            byte[] body = request(DATA);
            Answer answer = new Client(gateway)
                    .post(BASE + "/orderAndPay", body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));

            assertEquals("PARAMS_INVALID", answer.code());
        }
    }
}
