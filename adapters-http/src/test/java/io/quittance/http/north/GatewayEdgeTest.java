package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.application.store.AtOnce;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gateway's edge")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayEdgeTest {
    private static final String BASE = "/aggregate-pay/api/gateway";

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer ask(String path, byte[] body) {
        return client.post(path, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    @Nested
    class Under_another_name {
        @ParameterizedTest
        @ValueSource(
                strings = {"/refund", "/Capture", "/capture/x", "/capture/x/y/z", "/x%20y", "//capture", "/capture;x"})
        void refuses_with_a_signature_whom_it_knows(String name) {
            var before = gateway.snapshot();

            Answer answer = ask(BASE + name, Draft.request("refused").bytes());

            assertEquals("PARAMS_INVALID", answer.code());
            assertEquals(200, answer.status());
            assertTrue(answer.signedByGateway());
            assertEquals(before, gateway.snapshot());
        }

        @ParameterizedTest
        @ValueSource(strings = {"/refund", "/a/b/c", "", "/"})
        void refuses_strangers_without_one(String name) {
            Answer answer = client.post(BASE + name, Draft.request("refused").bytes(), List.of());

            assertEquals("PARAMS_INVALID", answer.code());
            assertEquals(200, answer.status());
            assertFalse(answer.sign().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant_auth_token", "merchantAuthToken"})
    void refuses_who_acts_for_another_merchant_by_a_token(String header) {
        byte[] body = Draft.request("isv").bytes();
        String answer = client.raw(
                "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\nsign: "
                        + Keys.sign(Keys.MERCHANT.getPrivate(), body) + "\r\n" + header
                        + ": T\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n",
                body);

        assertTrue(answer.contains("\"PARAMS_INVALID\",\"msg\":\"merchant_auth_token: present"), answer);
        assertTrue(gateway.capture("isv").isEmpty());
    }

    @Test
    void refuses_who_acts_for_another_merchant_by_a_number() {
        Answer answer = ask(
                Client.CAPTURE,
                Draft.request("isv").with("spMerchantNo", "\"SP18440851\"").bytes());

        assertEquals("PARAMS_INVALID", answer.code());
        assertTrue(answer.msg().startsWith("spMerchantNo: 'SP18440851'"), answer.msg());
        assertTrue(answer.signedByGateway());
        assertTrue(gateway.capture("isv").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"})
    void refuses_every_method_but_POST_in_the_words_of_the_protocol(String method) {
        Answer answer = client.method(method, Client.CAPTURE);

        assertEquals("PARAMS_INVALID", answer.code());
        assertEquals("method: '" + method + "' (expected: POST)", answer.msg());
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
        assertFalse(answer.sign().isPresent());
    }

    @Test
    void tells_headers_that_are_too_large_from_a_body_that_is() {
        String answer = client.raw(
                "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\nX-Long: " + "x".repeat(20_000)
                        + "\r\nContent-Length: 2\r\n\r\n",
                "{}".getBytes(StandardCharsets.US_ASCII));

        assertTrue(
                answer.endsWith("{\"code\":\"PARAMS_INVALID\",\"msg\":\"request: its address or headers are too large"
                        + " (expected: a few kilobytes)\"}"),
                answer);
    }

    @Nested
    class After_an_inner_fault {
        @AfterEach
        void heal() {
            gateway.failing(Optional.empty());
            gateway.failingMerchants(Optional.empty());
        }

        @Test
        void answers_signed_with_an_id_that_stands_in_the_log() {
            var before = gateway.snapshot();
            gateway.failing(Optional.of(new IllegalStateException("the database is away")));
            try (Heard heard = new Heard()) {
                Answer answer = ask(Client.CAPTURE, Draft.request("fault").bytes());

                assertEquals("SYSTEM_ERROR", answer.code());
                assertTrue(answer.signedByGateway());
                assertEquals(200, answer.status());
                assertTrue(answer.msg().matches("System error, id [0-9a-f]{10}"), answer.msg());
                String id = answer.msg().substring("System error, id ".length());
                List<ILoggingEvent> lines = heard.lines().stream()
                        .filter(line -> line.getFormattedMessage().contains(id))
                        .toList();
                assertEquals(1, lines.size());
                assertEquals(
                        "the database is away",
                        lines.getFirst().getThrowableProxy().getMessage());
            }
            assertEquals(before, gateway.snapshot());
        }

        @Test
        void answers_unsigned_whom_it_could_not_look_up() {
            gateway.failingMerchants(Optional.of(new IllegalStateException("the database is away")));

            Answer answer = ask(Client.CAPTURE, Draft.request("fault").bytes());

            assertEquals("SYSTEM_ERROR", answer.code());
            assertFalse(answer.sign().isPresent());
        }

        @Test
        void takes_the_same_request_once_it_is_healed() {
            gateway.failing(Optional.of(new IllegalStateException("the database is away")));
            ask(Client.CAPTURE, Draft.request("healed").bytes());
            gateway.failing(Optional.empty());

            assertEquals(
                    "APPLY_SUCCESS",
                    ask(Client.CAPTURE, Draft.request("healed").bytes()).code());
        }
    }

    @Test
    void logs_no_signature_and_no_body() {
        byte[] body = Draft.request("logged")
                .with("data.outTradeNo", "\"SECRET-ORDER \"")
                .bytes();
        String sign = Keys.sign(Keys.MERCHANT.getPrivate(), body);
        try (LiveGateway fresh = new LiveGateway();
                Heard heard = new Heard()) {
            Client stranger = new Client(fresh);
            stranger.post(Client.CAPTURE, body, List.of(sign));
            stranger.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)));

            assertTrue(heard.text().contains("PARAMS_INVALID, field data.outTradeNo"), heard.text());
            assertTrue(heard.text().contains("SIGN_VERIFY_FAILED, field sign"), heard.text());
            assertFalse(heard.text().contains("SECRET-ORDER"), heard.text());
            assertFalse(heard.text().contains(sign.substring(0, 20)), heard.text());
        }
    }

    @Test
    void gives_64_equal_requests_at_once_one_number() {
        byte[] body = Draft.request("race").bytes();
        String sign = Keys.sign(Keys.MERCHANT.getPrivate(), body);

        Set<String> numbers = AtOnce.all(
                        Stream.generate(() -> body).limit(64).toList(),
                        one -> client.post(Client.CAPTURE, one, List.of(sign)))
                .stream()
                .map(answer -> Answer.text(answer.data(), "captureNo"))
                .collect(Collectors.toSet());

        assertEquals(Set.of(gateway.capture("race").orElseThrow().id().value()), numbers);
        assertEquals(
                1,
                gateway.snapshot().errands().stream()
                        .filter(errand -> numbers.contains(errand.about().id()))
                        .count());
    }
}
