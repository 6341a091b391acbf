package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.Broken;
import io.quittance.http.outbound.Posted.NotConnected;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A post")
@Timeout(60)
class JsonPostTest {
    private static final Bytes BODY = Bytes.utf8("{\"merchant\":\"Zoë\"}");
    private static final PostLimits LIMITS =
            new PostLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024, Duration.ofSeconds(20), 4, 8);

    private final JsonPost post = new JsonPost(LIMITS, "9.9");

    @AfterEach
    void close() {
        post.close();
    }

    @Nested
    class Sends {
        @Test
        void exactly_the_bytes_with_the_headers_of_the_protocol_and_no_others() throws IOException {
            try (var server = answering(ok("{}"))) {
                post.post(server.url("/a/b?c=d"), BODY, Headers.sign("c2lnbg=="));

                var request = server.received().getFirst();
                assertArrayEquals(BODY.toArray(), request.body());
                assertEquals(
                        List.of(
                                "POST /a/b?c=d HTTP/1.1",
                                "Content-Type: application/json;charset=utf-8",
                                "Accept-Encoding: identity",
                                "sign: c2lnbg==",
                                "Host: 127.0.0.1:" + server.port(),
                                "Content-Length: " + BODY.length(),
                                "Connection: keep-alive",
                                "User-Agent: Quittance/9.9"),
                        request.head().lines().filter(line -> !line.isEmpty()).toList());
            }
        }

        @Test
        void on_the_same_connection_while_the_server_keeps_it() throws IOException {
            try (var server = answering(ok("{}"))) {
                for (int i = 0; i < 5; i++) {
                    assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));
                }

                assertEquals(1, server.connections());
            }
        }

        @Test
        void no_more_at_once_to_one_host_than_the_limit() throws Exception {
            var four = new CountDownLatch(LIMITS.perRoute());
            try (var server = playing(talk -> {
                        while (talk.request().isPresent()) {
                            four.countDown();
                            four.await();
                            talk.write(ok("{}"));
                        }
                    });
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Posted>> posts = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    posts.add(threads.submit(() -> post.post(server.url("/"), BODY, Headers.sign("x"))));
                }
                for (Future<Posted> posted : posts) {
                    assertInstanceOf(Answered.class, posted.get());
                }

                assertEquals(LIMITS.perRoute(), server.connections());
            }
        }
    }

    @Nested
    class Reads {
        @Test
        void status_headers_and_body() throws IOException {
            try (var server = answering(http("201 Created", "Sign: abc=\r\n", "größer"))) {
                var answer = assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));

                assertEquals(
                        new Answered(
                                201,
                                answer.headers(),
                                Bytes.utf8("größer"),
                                Optional.empty(),
                                Optional.empty(),
                                answer.took()),
                        answer);
                assertEquals(Optional.of("abc="), answer.headers().only("sign"));
            }
        }

        @Test
        void what_it_did_not_ask_for_too() throws IOException {
            try (var server = answering(http("200 OK", "X-Bank-Mac: q83v\r\n", ""))) {
                assertEquals(Optional.of("q83v"), answer(server).headers().only("x-bank-mac"));
            }
        }

        @Test
        void as_many_headers_as_just_fit() throws IOException {
            try (var server = answering(LoopbackServer.withHead(JsonPost.MOST_OF_HEAD))) {
                var answer = answer(server);

                assertEquals(Optional.of("first"), answer.headers().only("x-first"));
                assertEquals(Optional.of("last"), answer.headers().only("x-last"));
                assertEquals(Bytes.utf8("{}"), answer.body());
            }
        }

        @Test
        void no_sign_where_there_are_two() throws IOException {
            try (var server = answering(http("200 OK", "sign: a\r\nsign: b\r\n", ""))) {
                assertEquals(Optional.empty(), answer(server).headers().only("sign"));
            }
        }

        @Test
        void an_answer_without_a_body() throws IOException {
            try (var server = answering("HTTP/1.1 204 No Content\r\n\r\n")) {
                assertEquals(Bytes.utf8(""), answer(server).body());
            }
        }

        @Test
        void an_answer_that_just_fits() throws IOException {
            try (var server = answering(ok("x".repeat(LIMITS.answerBytes())))) {
                var answer = answer(server);

                assertEquals(LIMITS.answerBytes(), answer.body().length());
                assertEquals(Optional.empty(), answer.flaw());
            }
        }

        @Test
        void only_the_beginning_of_an_answer_of_one_gigabyte_and_closes_the_connection() throws Exception {
            var sent = new AtomicLong();
            var closed = new CountDownLatch(1);
            try (var server = playing(talk -> {
                talk.request();
                talk.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
                byte[] chunk = new byte[8192];
                try {
                    for (long left = 1 << 30; left > 0; left -= chunk.length) {
                        talk.write(chunk);
                        sent.addAndGet(chunk.length);
                    }
                } finally {
                    closed.countDown();
                }
            })) {
                var answer = answer(server);

                assertEquals(LIMITS.answerBytes(), answer.body().length());
                assertEquals(Optional.of("the answer is longer than 1024 bytes"), answer.flaw());
                closed.await();
                assertTrue(sent.get() < 1 << 26, () -> sent + " bytes were taken");
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308, 401, 407, 408, 429, 503})
        void an_answer_that_asks_for_another_request_and_makes_none(int status) throws IOException {
            String headers = "Location: /elsewhere\r\nRetry-After: 0\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                    + "Set-Cookie: a=b\r\n";
            try (var server = answering(http(status + " Whatever", headers, ""))) {
                assertEquals(status, answer(server).status());
                answer(server);

                assertEquals(2, server.received().size());
                assertEquals(Optional.empty(), server.received().getLast().header("Cookie"));
            }
        }

        private Answered answer(LoopbackServer server) {
            return assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));
        }
    }

    @Nested
    class A_kept_connection_that_the_server_closed {
        @Test
        void is_not_used_again() throws Exception {
            var closed = new CountDownLatch(1);
            try (var server = playing(talk -> {
                talk.request();
                talk.write(ok("{}"));
                closed.countDown();
            })) {
                assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));
                closed.await();
                server.awaitIdle();

                assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.sign("x")));
                assertEquals(2, server.connections());
            }
        }

        @Test
        void tells_that_nothing_was_sent_if_nobody_listens_any_more() throws Exception {
            URI url;
            try (var server = answering(ok("{}"))) {
                url = server.url("/");
                assertInstanceOf(Answered.class, post.post(url, BODY, Headers.sign("x")));
            }

            assertInstanceOf(NotConnected.class, post.post(url, BODY, Headers.sign("x")));
        }
    }

    @Test
    void leaves_no_connection_behind_after_faults() throws IOException {
        try (var server = playing(LoopbackServer.Talk::request)) {
            for (int i = 0; i < 3 * LIMITS.perRoute(); i++) {
                assertInstanceOf(Broken.class, post.post(server.url("/"), BODY, Headers.sign("x")));
            }
        }
    }
}
