package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.Broken;
import io.quittance.http.outbound.Posted.NotConnected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed post that goes wrong")
@Timeout(60)
class JsonPostFaultsTest {
    private static final Bytes BODY = Bytes.utf8("{\"merchant\":\"Zoë\"}");
    private static final PostLimits LIMITS =
            new PostLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024, Duration.ofSeconds(20), 4, 8);

    /** For those who are kept waiting. */
    private static final PostLimits SHORT =
            new PostLimits(Duration.ofMillis(300), Duration.ofMillis(600), 1024, Duration.ofSeconds(20), 4, 8);

    /** Generous on a busy machine, and far below what the other side would take. */
    private static final Duration SOON = SHORT.exchange().plusSeconds(10);

    private final JsonPost post = new JsonPost(LIMITS, "9.9");
    private final JsonPost hasty = new JsonPost(SHORT, "9.9");

    @AfterEach
    void close() {
        post.close();
        hasty.close();
    }

    @Nested
    class Certainly_sent_nothing {
        @Test
        void when_the_connection_is_refused() throws IOException {
            int port;
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }

            String why = notConnected(URI.create("http://127.0.0.1:" + port + "/secret"))
                    .why();

            assertTrue(why.contains("Connection refused") && !why.contains("secret"), why);
        }

        @Test
        void when_the_name_is_unknown() {
            try (var nameless = new JsonPost(SHORT, "1", Guard.OPERATORS, new MadeUpNames(() -> {
                throw new UnknownHostException("nowhere.test");
            }))) {
                var posted = nameless.post(URI.create("http://nowhere.test/"), BODY, Headers.sign("x"));

                assertEquals(new NotConnected("unknown host nowhere.test", false, posted.took()), posted);
            }
        }

        @Test
        void when_the_name_service_is_silent() {
            var never = new CountDownLatch(1);
            var silent = new TimedNames(
                    new MadeUpNames(() -> {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return InetAddress.getLoopbackAddress();
                    }),
                    SHORT.connect());
            try (var nameless = new JsonPost(SHORT, "1", Guard.OPERATORS, silent)) {
                var posted = assertInstanceOf(
                        NotConnected.class, nameless.post(URI.create("http://slow.test/"), BODY, Headers.sign("x")));

                assertEquals("unknown host slow.test: the name service did not answer within 300 ms", posted.why());
            } finally {
                never.countDown();
            }
        }

        @Test
        void when_nobody_accepts_the_connection() throws IOException {
            // Linux drops what comes behind a full queue of connections, as a firewall would.
            try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var first = full(full);
                    var second = full(full)) {
                assertTrue(first.isConnected() && second.isConnected());
                var posted = notInTime(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"));

                assertEquals("no connection within 300 ms", posted.why());
            }
        }

        private Socket full(ServerSocket server) throws IOException {
            return new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        }

        @Test
        void when_the_other_side_does_not_speak_tls() throws IOException {
            try (var server = playing(talk -> talk.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
                String why = notConnected(URI.create("https://127.0.0.1:" + server.port() + "/"))
                        .why();

                assertTrue(why.startsWith("TLS: "), why);
            }
        }

        @Test
        void when_nobody_vouches_for_the_certificate() throws Exception {
            try (var server = playing(SelfSigned.forLocalhost(), LoopbackServer.Talk::request)) {
                String why = notConnected(URI.create("https://localhost:" + server.port() + "/"))
                        .why();

                assertTrue(why.startsWith("TLS: "), why);
                assertEquals(List.of(), server.received());
            }
        }

        @Test
        void when_the_tls_handshake_hangs() throws IOException {
            try (var server = playing(LoopbackServer.Talk::untilClosed)) {
                var posted = notInTime(URI.create("https://127.0.0.1:" + server.port() + "/"));

                assertEquals("no connection within 300 ms", posted.why());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ftp://localhost/",
                    "mailto:a@b",
                    "/relative",
                    "http:///path",
                    "http://user:word@localhost/",
                    "http://localhost:99999/"
                })
        void when_the_address_cannot_be_posted_to(String url) {
            String why = notConnected(URI.create(url)).why();

            assertTrue(why.startsWith("refused: it "), why);
        }

        private NotConnected notInTime(URI url) {
            return assertInstanceOf(NotConnected.class, hasty.post(url, BODY, Headers.sign("x")));
        }

        private NotConnected notConnected(URI url) {
            return assertInstanceOf(NotConnected.class, post.post(url, BODY, Headers.sign("x")));
        }
    }

    @Nested
    class Cannot_tell {
        @Test
        void when_no_answer_comes_in_time() throws IOException {
            try (var server = playing(LoopbackServer.Talk::untilClosed)) {
                assertLate(Optional.empty(), "no answer within 600 ms", server);
            }
        }

        @Test
        void when_the_head_drips() throws IOException {
            try (var server = dripping("", "HTTP/1.1 200 OK\r\nX: " + "y".repeat(5000))) {
                assertLate(Optional.empty(), "no answer within 600 ms", server);
            }
        }

        @Test
        void when_the_body_drips() throws IOException {
            try (var server = dripping("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", "z".repeat(5000))) {
                assertLate(Optional.of(200), "no end of the answer within 600 ms", server);
            }
        }

        @Test
        void when_preliminary_answers_never_end() throws IOException {
            try (var server = playing(talk -> {
                talk.request();
                while (true) {
                    talk.write("HTTP/1.1 102 Processing\r\n\r\n");
                    talk.pause(10);
                }
            })) {
                assertLate(Optional.empty(), "no answer within 600 ms", server);
            }
        }

        @Test
        void when_the_connection_is_closed_without_an_answer() throws IOException {
            try (var server = playing(LoopbackServer.Talk::request)) {
                assertBroken(Optional.empty(), "the connection was closed without an answer", server);
            }
        }

        @Test
        void when_the_connection_is_reset() throws IOException {
            try (var server = playing(talk -> {
                talk.request();
                talk.reset();
            })) {
                assertBroken(Optional.empty(), "Connection reset", server);
            }
        }

        @Test
        void when_the_answer_breaks_off() throws IOException {
            try (var server = playing(talk -> {
                talk.request();
                talk.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":");
            })) {
                assertBroken(Optional.of(200), "the answer broke off", server);
            }
        }

        @Test
        void when_the_answer_is_not_http() throws IOException {
            try (var server = playing(talk -> {
                talk.request();
                talk.write("220 mail.example ESMTP\r\n".repeat(10));
            })) {
                assertInstanceOf(Broken.class, post.post(server.url("/"), BODY, Headers.sign("x")));
            }
        }

        @Test
        void when_the_head_of_the_answer_is_too_large() throws IOException {
            try (var server = answering(http("200 OK", "X: y\r\n".repeat(200), ""))) {
                assertBroken(Optional.empty(), "the answer's head is too large", server);
            }
        }

        @Test
        void when_a_kept_connection_dies_on_the_second_request() throws IOException {
            try (var server = playing(talk -> {
                talk.request();
                talk.write(ok("{}"));
                talk.request();
            })) {
                assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));

                assertBroken(Optional.empty(), "the connection was closed without an answer", server);
                assertEquals(2, server.received().size());
            }
        }

        private LoopbackServer dripping(String atOnce, String slowly) {
            return playing(talk -> {
                talk.request();
                talk.write(atOnce);
                for (char c : slowly.toCharArray()) {
                    talk.write(String.valueOf(c));
                    talk.pause(20);
                }
            });
        }

        private void assertLate(Optional<Integer> status, String why, LoopbackServer server) {
            var posted = hasty.post(server.url("/"), BODY, Headers.sign("x"));

            assertEquals(new Broken(status, why, true, posted.took()), posted);
            assertTrue(posted.took().compareTo(SOON) < 0, () -> "took " + posted.took());
        }

        private void assertBroken(Optional<Integer> status, String why, LoopbackServer server) {
            var posted = post.post(server.url("/"), BODY, Headers.sign("x"));

            assertEquals(new Broken(status, why, false, posted.took()), posted);
        }
    }
}
