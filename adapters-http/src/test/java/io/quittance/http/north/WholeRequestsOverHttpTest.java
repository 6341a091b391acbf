package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.Line;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All requests are signed as they should be: what keeps them out is how they are sent. */
@DisplayName("Over a connection, a request")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeRequestsOverHttpTest {
    /** Long enough for a request to be taken, were it taken. */
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private static final String LAST_CHUNK = "0\r\n\r\n";

    private LiveGateway gateway;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static String head(byte[] body, String version, String headers) {
        return "POST " + Client.CAPTURE + " " + version + "\r\nHost: gateway\r\nsign: "
                + Keys.sign(Keys.MERCHANT.getPrivate(), body) + "\r\n" + headers + "\r\n";
    }

    private static String chunked(byte[] body) {
        return head(body, "HTTP/1.1", "Transfer-Encoding: chunked\r\n") + chunk(body);
    }

    private static String chunk(byte[] body) {
        return Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.UTF_8) + "\r\n";
    }

    private static String whole(byte[] body, String version, String headers) {
        return head(body, version, headers + "Content-Length: " + body.length + "\r\n")
                + new String(body, StandardCharsets.UTF_8);
    }

    private static boolean taken(String answer) {
        return answer.contains("APPLY_SUCCESS");
    }

    /** Does what it does on a connection of its own. @return what was answered until the connection was closed */
    private String untouched(Consumer<Line> sending) {
        Snapshot before = gateway.snapshot();
        try (Heard heard = new Heard();
                Line line = new Line(gateway)) {
            sending.accept(line);
            String answer = line.hears();

            LockSupport.parkNanos(A_WHILE.toNanos());
            assertFalse(taken(answer), answer);
            assertEquals(before, gateway.snapshot());
            assertEquals("", heard.text());
            return answer;
        }
    }

    private static byte[] asking(String request) {
        return Draft.request(request).bytes();
    }

    static Stream<Arguments> broken() {
        byte[] body = asking("broken");
        int half = body.length / 2;
        return Stream.of(
                Arguments.of("in the size of the next chunk", chunked(body) + "1"),
                Arguments.of("before the last chunk", chunked(body)),
                Arguments.of("in the last chunk's line", chunked(body) + "0\r"),
                Arguments.of("before the end of the trailer", chunked(body) + "0\r\nX-Some: thing\r\n"),
                Arguments.of("in a further chunk", chunked(body) + "a\r\n   "),
                Arguments.of(
                        "in the only chunk",
                        chunked(body).substring(0, chunked(body).length() - 3)),
                Arguments.of(
                        "below its length",
                        head(body, "HTTP/1.1", "Content-Length: " + (body.length + 2) + "\r\n")
                                + new String(body, StandardCharsets.UTF_8)),
                Arguments.of(
                        "in the middle",
                        head(body, "HTTP/1.1", "Content-Length: " + body.length + "\r\n")
                                + new String(body, 0, half, StandardCharsets.UTF_8)));
    }

    @Nested
    class Whose_body_breaks_off {
        @ParameterizedTest(name = "{0}")
        @MethodSource("io.quittance.http.north.WholeRequestsOverHttpTest#broken")
        void is_refused_while_its_client_listens(String where, String sent) {
            String answer = untouched(line -> line.says(sent).ends());

            assertTrue(answer.startsWith("HTTP/1.1 400 "), where + ": " + answer);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.quittance.http.north.WholeRequestsOverHttpTest#broken")
        void is_not_run_when_its_client_is_gone(String where, String sent) {
            Snapshot before = gateway.snapshot();
            try (Heard heard = new Heard()) {
                try (Line _ = new Line(gateway).says(sent)) {
                    LockSupport.parkNanos(A_WHILE.toNanos() / 2);
                    assertEquals(before, gateway.snapshot(), where);
                }
                LockSupport.parkNanos(A_WHILE.toNanos());

                assertEquals(before, gateway.snapshot(), where);
                assertEquals("", heard.text());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz\r\n\r\n", "-1\r\n\r\n", "\r\n\r\n", "1 1\r\nx\r\n0\r\n\r\n"})
        void is_refused_for_a_chunk_size_that_is_none(String size) {
            String answer = untouched(line -> line.says(chunked(asking("broken")) + size));

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9"})
    void is_refused_in_another_version(String version) {
        String answer = untouched(line -> line.says(whole(asking("version"), version, "")));

        assertTrue(answer.startsWith("HTTP/1.1 505 "), answer);
        assertTrue(answer.endsWith("\"msg\":\"version: not spoken here (expected: HTTP/1.1)\"}"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /", "POST " + Client.CAPTURE, "POST " + Client.CAPTURE + " HTTP/x", "GET / HTCPCP/1.1"})
    void is_refused_in_no_version(String first) {
        String answer = untouched(line -> line.says(first + "\r\n\r\n").ends());

        assertTrue(answer.startsWith("HTTP/1.") && answer.contains(" 400 "), answer);
    }

    @Test
    void is_refused_in_the_language_of_version_2() {
        String answer = untouched(line -> line.says("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));

        assertTrue(answer.startsWith("HTTP/1.1 505 "), answer);
    }

    @Test
    void is_taken_in_version_1_0() {
        try (Line line = new Line(gateway)) {
            assertTrue(taken(line.says(whole(asking("ten"), "HTTP/1.0", "")).hears()));
        }
    }

    @Nested
    class That_expects {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Expect: 200-ok\r\n",
                    "Expect:\r\n",
                    "Expect: 100-continue, 200-ok\r\n",
                    "Expect: 100-continue\r\nExpect: 200-ok\r\n"
                })
        void more_than_to_continue_is_told_that_it_will_not_be(String header) {
            String answer = untouched(line -> line.says(whole(asking("expects"), "HTTP/1.1", header)));

            assertTrue(answer.startsWith("HTTP/1.1 417 "), answer);
        }

        @Test
        void to_continue_is_told_to() {
            byte[] body = asking("continues");
            try (Line line = new Line(gateway)) {
                line.says(head(body, "HTTP/1.1", "Expect: 100-Continue\r\nContent-Length: " + body.length + "\r\n"));
                assertEquals("HTTP/1.1 100 Continue\r\n\r\n", line.hearsUntil("\r\n\r\n"));

                String answer = line.says(body).ends().hears();

                assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
                assertTrue(taken(answer));
            }
        }

        @Test
        void to_continue_with_too_much_is_refused_before_it_has_sent_it() {
            try (Line line = new Line(gateway)) {
                line.says(head(asking("much"), "HTTP/1.1", "Expect: 100-continue\r\nContent-Length: 70000\r\n"));

                String answer = line.hearsUntil("}");

                assertTrue(answer.contains("PARAMS_INVALID\",\"msg\":\"body: too large"), answer);
            }
        }
    }

    @Nested
    class Whose_client_ends_its_side {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void is_answered_and_the_connection_closed(boolean chunked) {
            byte[] body = asking("half " + chunked);
            try (Line line = new Line(gateway)) {
                line.says(chunked ? chunked(body) + LAST_CHUNK : whole(body, "HTTP/1.1", ""));

                assertTrue(taken(line.ends().hears()));
            }
            assertTrue(gateway.capture("half " + chunked).isPresent());
        }

        @Test
        void is_answered_with_those_before_it() {
            try (Line line = new Line(gateway)) {
                String answers = line.says(
                                whole(asking("first"), "HTTP/1.1", "") + whole(asking("second"), "HTTP/1.1", ""))
                        .ends()
                        .hears();

                assertTrue(answers.indexOf("\"first\"") < answers.indexOf("\"second\""), answers);
                assertTrue(answers.contains("\"first\""), answers);
            }
        }

        @Test
        void without_a_request_has_its_connection_closed() {
            assertEquals("", untouched(Line::ends));
        }
    }

    @Test
    void that_is_broken_is_refused_after_the_one_before_it_is_answered() {
        try (Line line = new Line(gateway)) {
            String answers = line.says(whole(asking("before"), "HTTP/1.1", "") + chunked(asking("behind")) + "zz\r\n")
                    .hears();

            assertTrue(answers.startsWith("HTTP/1.1 200 "), answers);
            assertTrue(answers.indexOf("HTTP/1.1 400 ") > answers.indexOf("APPLY_SUCCESS"), answers);
        }
        assertTrue(gateway.capture("before").isPresent());
        assertTrue(gateway.capture("behind").isEmpty());
    }

    @Test
    void that_comes_byte_by_byte_is_taken_and_so_is_the_next() {
        byte[] slow = asking("slow");
        try (Line line = new Line(gateway)) {
            for (byte one : (chunked(slow) + LAST_CHUNK).getBytes(StandardCharsets.UTF_8)) {
                line.says(new byte[] {one});
            }
            assertTrue(taken(line.hearsUntil("}}")));

            assertTrue(taken(
                    line.says(whole(asking("next"), "HTTP/1.1", "")).ends().hears()));
        }
    }

    @Test
    void of_just_the_size_that_is_taken_is_whole() {
        String body = Draft.request("full").json();
        byte[] full = (body + " ".repeat(Gateway.MAX_BODY - body.length())).getBytes(StandardCharsets.UTF_8);
        try (Line line = new Line(gateway)) {
            assertTrue(taken(line.says(chunked(full) + LAST_CHUNK).ends().hears()));
        }
        byte[] over = (body + " ".repeat(Gateway.MAX_BODY - body.length() + 1)).getBytes(StandardCharsets.UTF_8);
        try (Line line = new Line(gateway)) {
            String answer = line.says(chunked(over) + LAST_CHUNK).hears();

            assertTrue(answer.contains("body: too large"), answer);
        }
    }
}
