package io.quittance.http.notification;

import static io.quittance.http.notification.Telling.BODY;
import static io.quittance.http.notification.Telling.OURS;
import static io.quittance.http.notification.Telling.SIGNED;
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
import io.quittance.application.notification.NotificationSender.Place;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.notification.Signed;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.LoopbackServer;
import io.quittance.http.outbound.Packed;
import io.quittance.http.outbound.PostLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private final Telling telling = new Telling();

    @AfterEach
    void close() {
        telling.close();
    }

    @Nested
    class Is_sent {
        @Test
        void to_the_letter_with_a_signature_that_the_jdk_verifies() throws IOException {
            KeyPair keys = Independent.keys();
            var signature = new RsaGatewaySignature(keys);
            try (var server = answering(ok("{\"code\":\"SUCCESS\"}"))) {
                Signed signed = signature.sign(BODY);
                telling.sender().send(Place.of(server.url("/notify?x=1")), BODY, signed, Dialect.ENVELOPED, OURS);

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
        void by_an_answer_that_something_on_the_way_has_packed() throws IOException {
            byte[] packed = Packed.gzip("", "{\"code\":\"SUCCESS\"}");
            try (var server = Packed.answering(packed)) {
                var attempt = assertInstanceOf(
                        Acknowledged.class,
                        telling.sender().send(Place.of(server.url("/")), BODY, SIGNED, Dialect.ENVELOPED, OURS));

                assertEquals("{\"code\":\"SUCCESS\"}", attempt.reply().answer());
            }
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
        void by_an_answer_that_is_packed_as_we_cannot_read() throws IOException {
            String packed = http("200 OK", "Content-Encoding: br\r\n", "{\"code\":\"SUCCESS\"}");

            assertEquals("the answer is encoded as br", refused(packed, 200, ""));
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
                    NotAcknowledged.class,
                    telling.sender().send(Place.of(nobody), BODY, SIGNED, Dialect.ENVELOPED, OURS));

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
                        telling.sender().send(Place.of(server.url("/")), BODY, SIGNED, Dialect.ENVELOPED, () -> false));
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

    private static Attempt send(JsonPost post, LoopbackServer server) {
        return Telling.sender(post).send(Place.of(server.url("/")), BODY, SIGNED, Dialect.ENVELOPED, OURS);
    }

    private Attempt answered(String answer) throws IOException {
        return telling.answered(answer);
    }
}
