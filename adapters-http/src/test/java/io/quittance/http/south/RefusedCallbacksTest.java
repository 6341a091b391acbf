package io.quittance.http.south;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies;
import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.Line;
import io.quittance.http.live.LiveGateway;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A notification that is not acknowledged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedCallbacksTest {
    private static final String PATH = "/captureResultNotifyUrl";
    private static final Draft SOUND = Draft.notification("known");

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
        byte[] request = Draft.request("known").bytes();
        client.post(Client.CAPTURE, request, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), request)));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private Answer tell(String path, byte[] body) {
        return client.post(path, body, List.of(sign(body)));
    }

    private static String sign(byte[] body) {
        return Keys.sign(Keys.UPSTREAM.getPrivate(), body);
    }

    static Stream<Arguments> unreadable() {
        String sound = SOUND.json();
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("null", "null"),
                Arguments.of("an array", "[" + sound + "]"),
                Arguments.of("broken", sound.substring(1)),
                Arguments.of("the same key twice", "{\"appId\":\"x\"," + sound.substring(1)),
                Arguments.of("too deep", "{\"x\":" + "[".repeat(16) + "]".repeat(16) + "," + sound.substring(1)),
                Arguments.of("two documents", sound + sound),
                Arguments.of("a byte-order mark", "\uFEFF" + sound),
                Arguments.of("too large", sound + " ".repeat(65_537)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unreadable(String what, String body) {
        var before = gateway.snapshot();

        Answer answer = tell(PATH, body.getBytes(StandardCharsets.UTF_8));

        assertEquals(400, answer.status());
        assertEquals("PARAMS_INVALID", answer.code());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
        assertEquals(before, gateway.snapshot());
    }

    static Stream<Arguments> strangers() {
        byte[] body = SOUND.bytes();
        String sign = sign(body);
        return Stream.of(
                Arguments.of("no signature", PATH, SOUND, List.of()),
                Arguments.of("an empty signature", PATH, SOUND, List.of("")),
                Arguments.of("two signatures", PATH, SOUND, List.of(sign, sign)),
                Arguments.of("not canonical", PATH, SOUND, List.of(sign.replace("=", ""))),
                Arguments.of("not base64", PATH, SOUND, List.of("?".repeat(344))),
                Arguments.of("over other bytes", PATH, SOUND.with("msg", "\"other\""), List.of(sign)),
                Arguments.of("the merchant's key", PATH, SOUND, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body))),
                Arguments.of("the gateway's key", PATH, SOUND, List.of(Keys.sign(Keys.GATEWAY.getPrivate(), body))),
                signed("an unknown appId", PATH, SOUND.with("appId", "\"nobody\"")),
                signed("an unknown merchantNo", PATH, SOUND.with("merchantNo", "\"nobody\"")),
                signed("our own appId of the merchant", PATH, SOUND.with("appId", Draft.text(LiveGateway.APP))),
                signed("an appId that is none", PATH, SOUND.with("appId", "[]")),
                signed("a merchantNo that is none", PATH, SOUND.with("merchantNo", "7")),
                signed("nobody named", PATH, SOUND.without("appId").without("merchantNo")),
                signed("a path to nobody", PATH + "/nobody", SOUND),
                signed("a path that is no name", PATH + "/%20x", SOUND),
                signed("the path of another", PATH + "/" + LiveGateway.NEIGHBOUR_APP, SOUND),
                signed(
                        "another appId than the path's",
                        PATH + "/" + LiveGateway.APP,
                        SOUND.with("appId", "\"up-neighbour\"")),
                signed(
                        "another merchantNo than the path's",
                        PATH + "/" + LiveGateway.APP,
                        SOUND.with("merchantNo", "\"N-NO\"")));
    }

    private static Arguments signed(String what, String path, Draft draft) {
        return Arguments.of(what, path, draft, List.of(sign(draft.bytes())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void strangers(String what, String path, Draft draft, List<String> signs) {
        var before = gateway.snapshot();

        Answer answer = client.post(path, draft.bytes(), signs);

        assertEquals(401, answer.status());
        assertEquals("SIGN_VERIFY_FAILED", answer.code());
        assertEquals(
                "sign: does not verify (expected: SHA256withRSA over the body as sent, by upstream's key for the"
                        + " merchant, in base64)",
                answer.msg());
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "notifyType, 1",
                "data, absent",
                "data, null",
                "data, []",
                "data.requestId, absent",
                "data.requestId, null",
                "data.requestId, \"\"",
                "data.requestId, 1",
                "data.requestId, \"a\\u0000\"",
                "data.status, absent",
                "data.status, null",
                "data.status, \"\"",
                "data.status, \"CLOSED\"",
                "data.status, 1",
                "data.amount, \"1e2\"",
                "data.amount, 1e-2",
                "data.amount, 1e1000000000",
                "data.amount, \"-1\"",
                "data.amount, \"1_000\"",
                "data.amount, \"0.000000001\"",
                "data.amount, true",
                "data.currency, \"usd\"",
                "data.currency, 840",
            })
    void because_we_do_not_understand_it_is_kept(String field, String json) {
        var before = gateway.snapshot();
        Draft draft = json.equals("absent") ? SOUND.without(field) : SOUND.with(field, json);

        Answer answer = tell(PATH, draft.bytes());

        assertEquals(422, answer.status(), answer.body()::asUtf8);
        assertTrue(answer.msg().startsWith(field + ": "), answer.msg());
        var after = gateway.snapshot();
        assertEquals(before.operations(), after.operations());
        assertEquals(before.stories(), after.stories());
        assertEquals(before.owed(), after.owed());
        assertEquals(before.discrepancies().size() + 1, after.discrepancies().size());
        Discrepancies.Discrepancy kept = after.discrepancies().getLast().discrepancy();
        assertEquals(Bytes.of(draft.bytes()), kept.message().raw());
        assertTrue(kept.why().startsWith("not understood: " + field + " (expected: "), kept.why());
    }

    @Test
    void because_we_do_not_understand_it_is_kept_once_however_often_it_comes() {
        Draft draft = SOUND.with("data.status", "\"SOMETHING_NEW\"");
        int before = gateway.discrepancies().size();

        tell(PATH, draft.bytes());
        tell(PATH, draft.with("notifyTime", "\"2026-03-01T12:05:00.000Z\"").bytes());

        assertEquals(before + 1, gateway.discrepancies().size());
        assertEquals(1, gateway.discrepancies().getLast().repeats());
    }

    @Test
    void because_it_is_no_POST() {
        Answer answer = client.method("GET", PATH);

        assertEquals(405, answer.status());
        assertEquals("PARAMS_INVALID", answer.code());
        assertFalse(answer.sign().isPresent());
        try (Line line = new Line(gateway)) {
            String raw = line.says("GET " + PATH + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                    .ends()
                    .hears();
            assertTrue(raw.lines().anyMatch("Allow: POST"::equalsIgnoreCase), raw);
        }
    }
}
