package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that two readers could understand differently, each with a signature that is right for its bytes. */
@DisplayName("A body")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedBodiesTest {
    private static final String SOUND = Draft.request("refused").json();

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

    private Answer ask(byte[] body) {
        return client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.MERCHANT.getPrivate(), body)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                body("empty", ""),
                body("blank", " \n"),
                body("an array", "[" + SOUND + "]"),
                body("null", "null"),
                body("a string", "\"" + LiveGateway.APP + "\""),
                body("a number", "1"),
                body("cut off", SOUND.substring(0, SOUND.length() - 1)),
                body("a trailing comma", SOUND.replace("}}", ",}}")),
                body("single quotes", SOUND.replace('"', '\'')),
                body("a comment", "/* */" + SOUND),
                body("NaN", SOUND.replace(":100}", ":NaN}")),
                body("a leading zero", SOUND.replace(":100}", ":0100}")),
                body("a leading plus", SOUND.replace(":100}", ":+100}")),
                body("a line break in a text", SOUND.replace("ORDER-1", "ORDER\n1")),
                body("the same key twice", twice("appId", "\"neighbour\"")),
                body("the same key twice, escaped", twice("\\u0061ppId", "\"neighbour\"")),
                body("the same key twice in data", SOUND.replace("\"data\":{", "\"data\":{\"amount\":1,")),
                body("the same key twice deep down", twice("unknown", "[{\"a\":1,\"a\":1}]")),
                body("17 levels", twice("unknown", "[".repeat(16) + "]".repeat(16))),
                body("10,000 levels", twice("unknown", "[".repeat(10_000) + "]".repeat(10_000))),
                body("10,000 levels that never end", twice("unknown", "{\"a\":".repeat(10_000))),
                body("two documents", SOUND + SOUND),
                body("something behind it", SOUND + " x"),
                body("a byte-order mark", "\uFEFF" + SOUND),
                body("a NUL in a text", SOUND.replace("ORDER-1", "ORDER\0")),
                body("a NUL behind it", SOUND + "\0"),
                body("a lone surrogate, escaped", SOUND.replace("ORDER-1", "\\ud83d")),
                body("surrogates in the wrong order, escaped", SOUND.replace("ORDER-1", "\\ude00\\ud83d")),
                body("a lone surrogate as a key", twice("\\udc00", "1")),
                raw("a lone surrogate in bytes", 0xED, 0xA0, 0xBD),
                raw("an overlong form", 0xC0, 0xAF),
                raw("half a character", 0xC3),
                raw("Latin-1", 0xFC, 0x31),
                Arguments.of("UTF-16", SOUND.getBytes(StandardCharsets.UTF_16LE)),
                body("65,537 bytes", padded(65_537)),
                body("70 kB", padded(70_000)));
    }

    private static String twice(String key, String json) {
        return "{\"" + key + "\":" + json + "," + SOUND.substring(1);
    }

    private static String padded(int length) {
        String head = "{\"unknown\":\"";
        String tail = "\"," + SOUND.substring(1);
        return head + "x".repeat(length - head.length() - tail.length()) + tail;
    }

    private static Arguments body(String what, String body) {
        return Arguments.of(what, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments raw(String what, int... bytes) {
        String[] around = SOUND.split("ORDER-1");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(around[0].getBytes(StandardCharsets.UTF_8));
        for (int one : bytes) {
            body.write(one);
        }
        body.writeBytes(around[1].getBytes(StandardCharsets.UTF_8));
        return Arguments.of(what, body.toByteArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] body) {
        var before = gateway.snapshot();

        Answer answer = ask(body);

        assertEquals("PARAMS_INVALID", answer.code());
        assertTrue(answer.msg().matches("body: .+ \\(expected: [^()]+\\)"), answer.msg());
        assertFalse(answer.sign().isPresent(), "a stranger made us sign");
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/json;charset=utf-8"), answer.contentType());
        assertEquals(before, gateway.snapshot());
    }

    @Test
    void may_have_16_levels() {
        assertEquals(
                "APPLY_SUCCESS",
                ask(Draft.request("deep")
                                .with("unknown", "[".repeat(15) + "]".repeat(15))
                                .bytes())
                        .code());
    }

    @Test
    void may_have_65_536_bytes() {
        byte[] body = padded(65_536).replace("refused", "largest").getBytes(StandardCharsets.UTF_8);

        assertEquals(65_536, body.length);
        assertEquals("APPLY_SUCCESS", ask(body).code());
    }

    @Test
    void may_be_written_in_any_layout() {
        String body = Draft.request("layout").json().replace(",", " ,\n\t").replace(":{", " :\r\n{");

        assertEquals("APPLY_SUCCESS", ask(body.getBytes(StandardCharsets.UTF_8)).code());
    }

    @Test
    void may_be_absent_and_is_refused() {
        String answer = client.raw("POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\n\r\n", new byte[0]);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("\r\n\r\n{\"code\":\"PARAMS_INVALID\",\"msg\":\"body: empty "), answer);
    }

    @ParameterizedTest
    @MethodSource("types")
    void may_be_sent_under_any_content_type(String header) {
        byte[] body = Draft.request("type").bytes();
        String head = "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\n" + header + "sign: "
                + Keys.sign(Keys.MERCHANT.getPrivate(), body) + "\r\nContent-Length: " + body.length + "\r\n\r\n";

        assertTrue(client.raw(head, body).contains("{\"code\":\"APPLY_SUCCESS\""));
    }

    static Stream<String> types() {
        return Stream.of(
                "",
                "Content-Type: application/json\r\n",
                "Content-Type: application/json; charset=utf-8\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: text/plain\r\nAccept: text/html\r\n",
                "Content-Type: no type at all\r\n");
    }

    @Test
    void is_refused_and_the_connection_goes_on() {
        byte[] body = padded(70_000).getBytes(StandardCharsets.UTF_8);
        String head = "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 70000\r\n\r\n";

        assertFalse(client.raw(head, body).contains("onnection: close"));
    }

    @Test
    void is_refused_by_its_announced_size_without_being_read() {
        Client.Flood flood = client.flood(
                "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100000000\r\n\r\n",
                new byte[65_536]);

        assertTooLarge(flood);
    }

    @Test
    void is_refused_as_soon_as_it_is_too_large() {
        byte[] chunk = ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        Client.Flood flood = client.flood(
                "POST " + Client.CAPTURE + " HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n\r\n", chunk);

        assertTooLarge(flood);
    }

    /** The kernels of both sides hold some megabytes on the way. */
    private static void assertTooLarge(Client.Flood flood) {
        assertTrue(flood.answer().startsWith("HTTP/1.1 200 "), flood.answer());
        assertTrue(flood.answer().contains("{\"code\":\"PARAMS_INVALID\",\"msg\":\"body: too large "), flood.answer());
        assertFalse(flood.answer().contains("\r\nsign:"), flood.answer());
        assertTrue(flood.sent() < 50_000_000, () -> "the server took in " + flood.sent() + " bytes");
    }
}
