package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no endpoint may take, at every one of them; what is special about one is shown in its own tests. */
@DisplayName("At every endpoint, what cannot be believed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedEverywhereTest {
    private static final String APIS = "/aggregate-pay/api/gateway/";
    private static final String OURS = envelope(LiveGateway.APP, LiveGateway.NO, LiveGateway.NOW.toString(), "{}");
    private static final String UPSTREAMS =
            envelope(LiveGateway.UPSTREAM_APP, LiveGateway.UPSTREAM_NO, LiveGateway.NOW.toString(), "{}");

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

    static Stream<String> apis() {
        return Stream.concat(reading(), Stream.of("paymentFieldValidation", "paymentOrderBatchQry"));
    }

    /** Those that look into {@code data} before they pass it on. */
    static Stream<String> reading() {
        return Stream.of(
                "capture",
                "cancel",
                "paymentOrderPay",
                "paymentOrderQry",
                "createPaybylink",
                "queryPaybylink",
                "expirePaybylink");
    }

    static Stream<String> callbacks() {
        return Stream.of(
                "/captureResultNotifyUrl",
                "/cancelResultNotifyUrl",
                "/authResultNotifyUrl",
                "/collectResultNotifyUrl",
                "/disbursementResultNotifyUrl",
                "/delSuffixStart12",
                "/payLinkResultNotifyUrl");
    }

    private static String envelope(String app, String no, String time, String data) {
        return """
            {"version":"1.4","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
            """.formatted(time, app, no, data);
    }

    /** Bodies that are not one sound JSON object of at most 64 KiB. */
    private static Map<String, byte[]> unreadable(String sound) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("empty", "");
        bodies.put("null", "null");
        bodies.put("an array", "[" + sound + "]");
        bodies.put("cut off", sound.substring(0, sound.length() - 1));
        bodies.put("two documents", sound + sound);
        bodies.put("the same key twice", sound.replace("\"version\"", "\"version\":\"1.4\",\"version\""));
        bodies.put("the same key twice in data", sound.replace("\"data\":{", "\"data\":{\"a\":1,\"a\":1"));
        bodies.put("17 levels", sound.replace("\"data\":{", "\"data\":{\"a\":" + "[".repeat(15) + "]".repeat(15)));
        bodies.put("10,000 levels", "[".repeat(10_000) + "]".repeat(10_000));
        bodies.put("a byte-order mark", "\uFEFF" + sound);
        bodies.put("a NUL", sound.replace("1.4", "1.4\0"));
        bodies.put("a lone surrogate", sound.replace("1.4", "\\ud83d"));
        bodies.put("70 kB", sound.replace("\"data\":{", "\"data\":{\"a\":\"" + "x".repeat(70_000) + "\""));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        bodies.forEach((what, body) -> bytes.put(what, body.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** Headers that do not show that the key's owner sent this body. */
    private static Map<String, List<String>> unbelievable(byte[] body, PrivateKey key) {
        String sound = Keys.sign(key, body);
        return Map.of(
                "absent", List.of(),
                "empty", List.of(""),
                "not base64", List.of("*" + sound.substring(1)),
                "not canonical", List.of(sound.replace("=", "")),
                "of another key", List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)),
                "over other bytes", List.of(Keys.sign(key, new byte[] {1})),
                "twice", List.of(sound, sound));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void is_no_request_if_it_cannot_be_read(String api) {
        Snapshot before = gateway.snapshot();

        unreadable(OURS).forEach((what, body) -> {
            Answer answer = asked(api, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
            assertEquals("PARAMS_INVALID", answer.code(), what);
            assertEquals(Optional.empty(), answer.sign(), what + ": a stranger made us sign");
        });
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource("apis")
    void is_no_request_if_its_signature_does_not_show_who_sent_it(String api) {
        Snapshot before = gateway.snapshot();
        byte[] body = OURS.getBytes(StandardCharsets.UTF_8);

        unbelievable(body, Keys.MERCHANT.getPrivate()).forEach((what, signs) -> {
            Answer answer = asked(api, body, signs);
            assertEquals("SIGN_VERIFY_FAILED", answer.code(), what);
            assertEquals(Optional.empty(), answer.sign(), what + ": a stranger made us sign");
        });
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource("apis")
    void is_no_request_of_somebody_else_or_of_another_time(String api) {
        Snapshot before = gateway.snapshot();
        String early = LiveGateway.NOW.minus(Duration.ofSeconds(121)).toString();
        String late = LiveGateway.NOW.plus(Duration.ofSeconds(121)).toString();
        String now = LiveGateway.NOW.toString();

        assertEquals("MERCHANT_APP_INVALID", signed(api, envelope("unknown", LiveGateway.NO, now, "{}")));
        assertEquals(
                "SIGN_VERIFY_FAILED",
                signed(api, envelope(LiveGateway.NEIGHBOUR_APP, LiveGateway.NEIGHBOUR_NO, now, "{}")));
        assertEquals("MERCHANT_INVALID", signed(api, envelope(LiveGateway.APP, LiveGateway.NEIGHBOUR_NO, now, "{}")));
        assertEquals("REQ_TIME_OVER_TIME", signed(api, envelope(LiveGateway.APP, LiveGateway.NO, early, "{}")));
        assertEquals("REQ_TIME_OVER_TIME", signed(api, envelope(LiveGateway.APP, LiveGateway.NO, late, "{}")));
        for (String data : List.of("null", "[]", "\"\"", "1", "true")) {
            assertEquals("PARAMS_INVALID", signed(api, envelope(LiveGateway.APP, LiveGateway.NO, now, data)), data);
        }
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource("reading")
    void is_no_request_without_its_fields_or_with_fields_of_another_type(String api) {
        Snapshot before = gateway.snapshot();
        String now = LiveGateway.NOW.toString();

        assertEquals("PARAMS_INVALID", signed(api, envelope(LiveGateway.APP, LiveGateway.NO, now, "{}")));
        for (String value : List.of("null", "1", "true", "{}", "[]", "\"\"", "\" \"", "\"" + "x".repeat(65) + "\"")) {
            String data = """
                {"requestId":%1$s,"outTradeNo":%1$s,"merchantLinkId":%1$s}\
                """.formatted(value);
            assertEquals("PARAMS_INVALID", signed(api, envelope(LiveGateway.APP, LiveGateway.NO, now, data)), value);
        }
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void is_no_notification_if_it_cannot_be_read(String callback) {
        Snapshot before = gateway.snapshot();

        unreadable(UPSTREAMS).forEach((what, body) -> {
            Answer answer = client.post(callback, body, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), body)));
            assertEquals(400, answer.status(), what);
        });
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void is_no_notification_if_its_signature_is_not_upstreams(String callback) {
        Snapshot before = gateway.snapshot();
        byte[] body = UPSTREAMS.getBytes(StandardCharsets.UTF_8);

        unbelievable(body, Keys.UPSTREAM.getPrivate()).forEach((what, signs) -> {
            assertEquals(401, client.post(callback, body, signs).status(), what);
            assertEquals(
                    401,
                    client.post(callback + "/" + LiveGateway.APP, body, signs).status(),
                    what);
        });
        assertEquals(before, gateway.snapshot());
    }

    private Answer asked(String api, byte[] body, List<String> signs) {
        Answer answer = client.post(APIS + api, body, signs);
        assertEquals(200, answer.status());
        return answer;
    }

    private String signed(String api, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return asked(api, bytes, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), bytes)))
                .code();
    }
}
