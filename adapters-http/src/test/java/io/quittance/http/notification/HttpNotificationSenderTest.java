package io.quittance.http.notification;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.Signed;
import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A notification to a merchant")
@Timeout(60)
class HttpNotificationSenderTest {
    private static final Bytes BODY = Bytes.utf8("{\"code\":\"APPLY_SUCCESS\",\"msg\":\"größer €\"}");
    private static final Signed SIGNED = new Signed("c2lnbg==", "key");

    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "test");

    @AfterEach
    void close() {
        post.close();
    }

    @Nested
    class Is_sent {
        @Test
        void to_the_letter_with_a_signature_that_the_jdk_verifies() throws IOException {
            KeyPair keys = Independent.keys();
            var signature = new RsaGatewaySignature(keys);
            try (var server = answering(ok("{\"code\":\"SUCCESS\"}"))) {
                Signed signed = signature.sign(BODY);
                sender().send(server.url("/notify?x=1"), BODY, signed, Dialect.ENVELOPED);

                var request = server.received().getFirst();
                assertArrayEquals(BODY.toArray(), request.body());
                assertEquals("POST /notify?x=1 HTTP/1.1", request.line());
                assertTrue(Independent.verifies(keys.getPublic(), request));
                assertEquals(signature.keyId(), signed.keyId());
            }
        }

        @Test
        void under_a_key_id_that_tells_keys_apart() {
            assertFalse(new RsaGatewaySignature(Independent.keys())
                    .keyId()
                    .equals(new RsaGatewaySignature(Independent.keys()).keyId()));
        }
    }

    @Nested
    class Is_acknowledged {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}",
                    "{\"code\":\"SUCCESS\"}",
                    "{\"msg\":\"Sucess\",\"code\":\"SUCCESS\"}",
                    "{\"code\":\" SUCCESS\\r\\n\"}",
                    " \n{ \"code\" : \"SUCCESS\" , \"data\" : { \"code\" : \"FAIL\" } }\n"
                })
        void by_the_code_success_whatever_else_is_said(String answer) throws IOException {
            Attempt attempt = answered(ok(answer));

            assertEquals("acknowledged", attempt.why());
            assertTrue(attempt.acknowledged());
            assertEquals(Optional.of(200), attempt.status());
        }

        @Test
        void with_any_status_that_means_success() throws IOException {
            assertTrue(
                    answered(http("202 Accepted", "", "{\"code\":\"SUCCESS\"}")).acknowledged());
        }
    }

    @Nested
    class Is_not_acknowledged {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "``                         | the answer is not JSON",
                    "<html>OK</html>            | the answer is not JSON",
                    "SUCCESS                    | the answer is not JSON",
                    "{\"code\":\"SUCCESS\"      | the answer is not JSON",
                    "{\"code\":\"SUCCESS\"}{}   | the answer is not JSON",
                    "{\"code\":\"FAIL\",\"code\":\"SUCCESS\"} | the answer is not JSON",
                    "\"SUCCESS\"                | the answer is not a JSON object",
                    "[{\"code\":\"SUCCESS\"}]   | the answer is not a JSON object",
                    "{}                         | no code (expected: SUCCESS)",
                    "{\"data\":{\"code\":\"SUCCESS\"}} | no code (expected: SUCCESS)",
                    "{\"code\":null}            | code is not a string (expected: SUCCESS)",
                    "{\"code\":[\"SUCCESS\"]}   | code is not a string (expected: SUCCESS)",
                    "{\"code\":\"FAIL\"}        | code 'FAIL' (expected: SUCCESS)",
                    "{\"code\":\"success\"}     | code 'success' (expected: SUCCESS)",
                    "{\"code\":\"APPLY_SUCCESS\"} | code 'APPLY_SUCCESS' (expected: SUCCESS)",
                    "{\"bizCode\":\"0000\",\"message\":\"success\"} | no code (expected: SUCCESS)"
                })
        void by_anything_else_that_comes_with_status_200(String answer, String why) throws IOException {
            Attempt attempt = answered(ok(answer));

            assertEquals(new Attempt(false, Optional.of(200), answer, attempt.took(), why), attempt);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 307, 400, 401, 404, 410, 429, 500, 503})
        void with_any_other_status_even_if_the_body_says_success(int status) throws IOException {
            String body = "{\"code\":\"SUCCESS\"}";
            Attempt attempt = answered(http(status + " Whatever", "Location: http://127.0.0.1:1/\r\n", body));

            assertEquals(new Attempt(false, Optional.of(status), body, attempt.took(), "HTTP " + status), attempt);
        }

        @Test
        void with_an_empty_answer() throws IOException {
            assertEquals(
                    "the answer is not JSON",
                    answered("HTTP/1.1 204 No Content\r\n\r\n").why());
        }

        @Test
        void by_an_answer_that_says_it_is_compressed() throws IOException {
            Attempt attempt = answered(http("200 OK", "Content-Encoding: gzip\r\n", "\u001f\u008b\b\0bomb"));

            assertEquals("the answer is not JSON", attempt.why());
        }

        @Test
        void by_an_answer_longer_than_we_read() throws IOException {
            Attempt attempt = answered(ok("{\"code\":\"SUCCESS\"}" + " ".repeat(64 * 1024)));

            assertEquals("the answer is longer than 65536 bytes", attempt.why());
        }

        @Test
        void when_nobody_listens() throws IOException {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            Attempt attempt =
                    sender().send(URI.create("http://127.0.0.1:" + port + "/"), BODY, SIGNED, Dialect.ENVELOPED);

            assertTrue(attempt.why().startsWith("no connection: "), attempt.why());
            assertEquals(Optional.empty(), attempt.status());
        }

        @Test
        void when_no_answer_comes_in_time() throws IOException {
            var limits =
                    new PostLimits(Duration.ofMillis(200), Duration.ofMillis(400), 1024, Duration.ofSeconds(5), 1, 1);
            try (var server = playing(LoopbackServer.Talk::untilClosed);
                    var hasty = new JsonPost(limits, "test")) {
                Attempt attempt =
                        new HttpNotificationSender(hasty).send(server.url("/"), BODY, SIGNED, Dialect.ENVELOPED);

                assertEquals(
                        new Attempt(false, Optional.empty(), "", attempt.took(), "no answer within 400 ms"), attempt);
            }
        }
    }

    @Nested
    class Keeps_of_the_answer {
        @Test
        void the_first_thousand_characters() throws IOException {
            assertEquals(
                    "é".repeat(999) + "😀",
                    answered(ok("é".repeat(999) + "😀" + "x".repeat(500))).answer());
        }

        @Test
        void one_printable_line() throws IOException {
            assertEquals(
                    "<html>  <b>\uFFFD</b>",
                    answered(ok("<html>\r\n<b>\u0007</b>")).answer());
        }
    }

    private HttpNotificationSender sender() {
        return new HttpNotificationSender(post);
    }

    @Nested
    class In_the_legacy_dialect {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"bizCode\":\"0000\",\"message\":\"success\"}",
                    "{\"bizCode\":\" 0000\\n\"}",
                    "{\"message\":\"whatever\",\"bizCode\":\"0000\",\"code\":\"SYSTEM_ERROR\"}"
                })
        void is_acknowledged_by_the_biz_code_0000_whatever_else_is_said(String answer) throws IOException {
            assertEquals("acknowledged", answered(ok(answer), Dialect.LEGACY).why());
        }

        /** The page's second example is an error: D13. */
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "{\"msg\":\"System is busy, please try again later.\",\"code\":\"SYSTEM_ERROR\"} | no bizCode"
                            + " (expected: 0000)",
                    "{\"code\":\"SUCCESS\",\"msg\":\"Success\"} | no bizCode (expected: 0000)",
                    "{\"bizCode\":\"9998\"}  | bizCode '9998' (expected: 0000)",
                    "{\"bizCode\":\"000\"}   | bizCode '000' (expected: 0000)",
                    "{\"bizCode\":0}         | bizCode is not a string (expected: 0000)"
                })
        void is_not_acknowledged_by_anything_else(String answer, String why) throws IOException {
            Attempt attempt = answered(ok(answer), Dialect.LEGACY);

            assertEquals(why, attempt.why());
            assertFalse(attempt.acknowledged());
        }

        @Test
        void is_not_acknowledged_behind_a_status_of_failure() throws IOException {
            assertFalse(answered(http("500 Oops", "", "{\"bizCode\":\"0000\"}"), Dialect.LEGACY)
                    .acknowledged());
        }
    }

    private Attempt answered(String answer) throws IOException {
        return answered(answer, Dialect.ENVELOPED);
    }

    private Attempt answered(String answer, Dialect dialect) throws IOException {
        try (var server = answering(answer)) {
            return sender().send(server.url("/"), BODY, SIGNED, dialect);
        }
    }
}
