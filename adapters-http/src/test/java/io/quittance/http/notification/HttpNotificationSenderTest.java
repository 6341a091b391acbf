package io.quittance.http.notification;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.Crowded;
import io.quittance.application.notification.NotificationSender.Made;
import io.quittance.application.notification.NotificationSender.NoLongerOurs;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
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
    private static final BooleanSupplier OURS = () -> true;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

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
                sender().send(server.url("/notify?x=1"), BODY, signed, Dialect.ENVELOPED, OURS);

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
            var attempt = assertInstanceOf(Acknowledged.class, answered(ok(answer)));

            assertEquals("acknowledged", attempt.why());
            assertEquals(Optional.of(200), attempt.reply().status());
        }

        @Test
        void with_any_status_that_means_success() throws IOException {
            assertInstanceOf(Acknowledged.class, answered(http("202 Accepted", "", "{\"code\":\"SUCCESS\"}")));
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
            assertEquals(why, refused(ok(answer), 200, answer));
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 307, 400, 401, 404, 410, 429, 500, 503})
        void with_any_other_status_even_if_the_body_says_success(int status) throws IOException {
            String body = "{\"code\":\"SUCCESS\"}";
            String answer = http(status + " Whatever", "Location: http://127.0.0.1:1/\r\n", body);

            assertEquals("HTTP " + status, refused(answer, status, body));
        }

        @ParameterizedTest
        @CsvSource({"410,true", "404,false", "200,false"})
        void for_good_only_with_the_status_gone(int status, boolean gone) throws IOException {
            var attempt = assertInstanceOf(NotAcknowledged.class, answered(http(status + " Whatever", "", "{}")));

            assertEquals(gone, attempt.gone());
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
            URI nobody = URI.create("http://127.0.0.1:" + port + "/");
            var attempt = assertInstanceOf(
                    NotAcknowledged.class, sender().send(nobody, BODY, SIGNED, Dialect.ENVELOPED, OURS));

            assertTrue(attempt.why().startsWith("no connection: "), attempt.why());
            assertEquals(Optional.empty(), attempt.reply().status());
            assertFalse(attempt.timedOut());
        }

        @Test
        void when_no_answer_comes_in_time() throws IOException {
            var limits =
                    new PostLimits(Duration.ofMillis(200), Duration.ofMillis(400), 1024, Duration.ofSeconds(5), 1, 1);
            try (var server = playing(LoopbackServer.Talk::untilClosed);
                    var hasty = new JsonPost(limits, "test")) {
                var attempt = assertInstanceOf(NotAcknowledged.class, send(hasty, server));

                Reply none = Reply.none(attempt.reply().took());
                assertEquals(new NotAcknowledged(none, "no answer within 400 ms", Optional.empty(), true), attempt);
            }
        }

        /** @return why */
        private String refused(String answer, int status, String kept) throws IOException {
            var attempt = assertInstanceOf(NotAcknowledged.class, answered(answer));
            Reply reply = new Reply(Optional.of(status), kept, attempt.reply().took());

            assertEquals(new NotAcknowledged(reply, attempt.why(), Optional.empty(), false), attempt);
            return attempt.why();
        }
    }

    @Nested
    class Is_not_sent {
        @Test
        void when_it_is_no_longer_for_us_to_send() throws IOException {
            try (var server = answering(ok("{\"code\":\"SUCCESS\"}"))) {
                assertEquals(
                        new NoLongerOurs(),
                        sender().send(server.url("/"), BODY, SIGNED, Dialect.ENVELOPED, () -> false));
                assertEquals(List.of(), server.received());
            }
        }

        @Test
        void when_all_our_connections_to_that_host_are_taken() throws Exception {
            var limits =
                    new PostLimits(Duration.ofMillis(200), Duration.ofSeconds(40), 1024, Duration.ofSeconds(5), 1, 1);
            var answering = new CountDownLatch(1);
            try (var server = playing(talk -> {
                        talk.request();
                        answering.await();
                        talk.write(ok("{\"code\":\"SUCCESS\"}"));
                    });
                    var narrow = new JsonPost(limits, "test");
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Attempt> first = threads.submit(() -> send(narrow, server));
                server.next();

                assertEquals(new Crowded("too many posts to that host at once"), send(narrow, server));
                assertEquals(1, server.received().size());
                answering.countDown();
                assertInstanceOf(Acknowledged.class, first.get());
            }
        }
    }

    @Nested
    class May_be_wanted_later {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "503 | 120                           | 120",
                    "429 | 1                             | 1",
                    "429 | 0                             | 1",
                    "503 | 3600                          | 3600",
                    "503 | 3601                          | 3600",
                    "503 | 999999999                     | 3600",
                    "503 | Sun, 01 Mar 2026 12:02:00 GMT | 120",
                    "503 | Sun, 1 Mar 2026 12:02:00 GMT  | 120",
                    "429 | Sun, 01 Mar 2026 11:00:00 GMT | 1",
                    "429 | Mon, 02 Mar 2026 12:00:00 GMT | 3600"
                })
        void by_seconds_or_a_date_within_bounds(int status, String value, long seconds) throws IOException {
            String headers = "Retry-After: " + value + "\r\n";
            var attempt = assertInstanceOf(NotAcknowledged.class, answered(http(status + " Later", headers, "")));

            assertEquals(Optional.of(Duration.ofSeconds(seconds)), attempt.retryAfter());
            assertEquals("HTTP " + status + ", wants to be left alone for " + seconds + " s", attempt.why());
        }

        @Test
        void by_a_date_of_a_clock_that_its_own_answer_shows() throws IOException {
            String headers = "Date: Wed, 01 Jan 2020 00:00:00 GMT\r\nRetry-After: Wed, 01 Jan 2020 00:10:00 GMT\r\n";
            var attempt = assertInstanceOf(NotAcknowledged.class, answered(http("503 Later", headers, "")));

            assertEquals(Optional.of(Duration.ofMinutes(10)), attempt.retryAfter());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Retry-After: soon",
                    "Retry-After: -5",
                    "Retry-After: 1.5",
                    "Retry-After: 99999999999999999999",
                    "Retry-After: Sun, 99 Mar 2026 12:02:00 GMT",
                    "Retry-After:",
                    "Retry-After: 5\r\nRetry-After: 6"
                })
        void but_nonsense_asks_for_nothing(String header) throws IOException {
            var attempt = assertInstanceOf(NotAcknowledged.class, answered(http("503 Later", header + "\r\n", "")));

            assertEquals(Optional.empty(), attempt.retryAfter());
            assertEquals("HTTP 503", attempt.why());
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 301, 404, 410, 500})
        void but_other_statuses_mean_something_else_by_it(int status) throws IOException {
            String answer = http(status + " Whatever", "Retry-After: 120\r\n", "{}");

            assertEquals(
                    Optional.empty(),
                    assertInstanceOf(NotAcknowledged.class, answered(answer)).retryAfter());
        }
    }

    @Nested
    class Keeps_of_the_answer {
        @Test
        void the_first_thousand_characters() throws IOException {
            assertEquals("é".repeat(999) + "😀", kept(ok("é".repeat(999) + "😀" + "x".repeat(500))));
        }

        @Test
        void one_printable_line() throws IOException {
            assertEquals("<html>  <b>\uFFFD</b>", kept(ok("<html>\r\n<b>\u0007</b>")));
        }

        private String kept(String answer) throws IOException {
            return assertInstanceOf(Made.class, answered(answer)).reply().answer();
        }
    }

    private HttpNotificationSender sender() {
        return new HttpNotificationSender(post, () -> NOON);
    }

    private static Attempt send(JsonPost post, LoopbackServer server) {
        return new HttpNotificationSender(post, () -> NOON)
                .send(server.url("/"), BODY, SIGNED, Dialect.ENVELOPED, OURS);
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
            assertInstanceOf(NotAcknowledged.class, attempt);
        }

        @Test
        void is_not_acknowledged_behind_a_status_of_failure() throws IOException {
            assertInstanceOf(
                    NotAcknowledged.class, answered(http("500 Oops", "", "{\"bizCode\":\"0000\"}"), Dialect.LEGACY));
        }
    }

    private Attempt answered(String answer) throws IOException {
        return answered(answer, Dialect.ENVELOPED);
    }

    private Attempt answered(String answer, Dialect dialect) throws IOException {
        try (var server = answering(answer)) {
            return sender().send(server.url("/"), BODY, SIGNED, dialect, OURS);
        }
    }
}
