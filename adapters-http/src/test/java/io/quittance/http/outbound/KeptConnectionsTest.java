package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.LoopbackServer.Received;
import io.quittance.http.outbound.LoopbackServer.Talk;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.Broken;
import io.quittance.http.outbound.Posted.Withdrawn;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A connection kept for the next post")
@Timeout(60)
class KeptConnectionsTest {
    private static final Bytes BODY = Bytes.utf8("{\"news\":1}");

    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "9.9");

    @AfterEach
    void close() {
        post.close();
    }

    /** How a server leaves, once it has answered on that connection. */
    @FunctionalInterface
    private interface Leaving {
        void leave(Talk talk) throws IOException;
    }

    /** Answers the first request of each connection, and takes the second and leaves. */
    private static LoopbackServer leaving(Leaving leaving) {
        return playing(talk -> {
            talk.request();
            talk.write(ok("{}"));
            if (talk.request().isPresent()) {
                leaving.leave(talk);
            }
        });
    }

    @Nested
    class That_dies_before_a_byte_of_the_answer {
        @Test
        void is_no_attempt_to_tell_and_the_same_goes_out_on_a_fresh_one() throws IOException {
            try (var server = leaving(_ -> {})) {
                assertInstanceOf(Answered.class, tell(server));
                assertInstanceOf(Answered.class, tell(server));

                assertEquals(3, server.received().size());
                assertEquals(2, server.connections());
                assertEquals(
                        List.of("{\"news\":1}"),
                        server.received().stream()
                                .map(Received::text)
                                .distinct()
                                .toList());
            }
        }

        @Test
        void is_no_attempt_to_tell_if_it_is_reset_either() throws IOException {
            try (var server = leaving(Talk::reset)) {
                assertInstanceOf(Answered.class, tell(server));
                assertInstanceOf(Answered.class, tell(server));
            }
        }

        @Test
        void leaves_a_call_that_must_not_be_made_twice_with_an_unknown_outcome() throws IOException {
            try (var server = leaving(_ -> {})) {
                assertInstanceOf(Answered.class, post.post(server.url("/"), BODY, Headers.NONE));
                assertInstanceOf(Broken.class, post.post(server.url("/"), BODY, Headers.NONE));

                assertEquals(2, server.received().size());
            }
        }

        @Test
        void has_the_second_one_ask_whether_it_is_still_wanted() throws IOException {
            var asked = new AtomicInteger();
            try (var server = leaving(_ -> {})) {
                assertInstanceOf(Answered.class, tell(server));

                assertInstanceOf(
                        Withdrawn.class,
                        post.tell(
                                server.url("/"),
                                BODY,
                                Headers.NONE,
                                TlsTerms.USUAL,
                                () -> asked.incrementAndGet() == 1));
                assertEquals(2, asked.get());
                assertEquals(2, server.received().size());
            }
        }

        /** Where one died, its neighbours may be as dead, so none of them is tried next. */
        @Test
        void is_not_followed_by_another_kept_one() throws Exception {
            var both = new CountDownLatch(2);
            try (var server = playing(talk -> {
                        talk.request();
                        both.countDown();
                        both.await();
                        talk.write(ok("{}"));
                        talk.request();
                    });
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Posted> first = threads.submit(() -> tell(server));
                Future<Posted> second = threads.submit(() -> tell(server));
                assertInstanceOf(Answered.class, first.get());
                assertInstanceOf(Answered.class, second.get());
                assertEquals(2, server.connections());

                assertInstanceOf(Answered.class, tell(server));
                assertEquals(3, server.connections());
            }
        }
    }

    @Nested
    class Is_an_attempt {
        @Test
        void if_something_of_an_answer_came() throws IOException {
            try (var server = leaving(talk -> talk.write("HTTP/1.1 2"))) {
                assertInstanceOf(Answered.class, tell(server));
                assertInstanceOf(Broken.class, tell(server));

                assertEquals(2, server.received().size());
            }
        }

        @Test
        void if_it_was_not_kept_from_before() throws IOException {
            try (var server = playing(Talk::request)) {
                assertInstanceOf(Broken.class, tell(server));

                assertEquals(1, server.received().size());
            }
        }

        @Test
        void if_the_fresh_one_dies_too() throws IOException {
            var connections = new AtomicInteger();
            try (var server = playing(talk -> {
                talk.request();
                if (connections.incrementAndGet() == 1) {
                    talk.write(ok("{}"));
                    talk.request();
                }
            })) {
                assertInstanceOf(Answered.class, tell(server));
                assertInstanceOf(Broken.class, tell(server));

                assertEquals(3, server.received().size());
            }
        }
    }

    @Test
    void may_be_one_of_several() throws Exception {
        int many = 8;
        var all = new CountDownLatch(many);
        try (var server = playing(talk -> {
                    talk.request();
                    all.countDown();
                    all.await();
                    talk.write(ok("{}"));
                    while (talk.request().isPresent()) {
                        talk.write(ok("{}"));
                    }
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 3; round++) {
                List<Future<Posted>> posts = new ArrayList<>();
                for (int i = 0; i < many; i++) {
                    posts.add(threads.submit(() -> tell(server)));
                }
                for (Future<Posted> posted : posts) {
                    assertInstanceOf(Answered.class, posted.get());
                }
            }

            assertEquals(many, server.connections());
        }
    }

    /** Behind a load balancer connections end whenever they like; what the receiver hears of must not suffer. */
    @Test
    void may_be_closed_at_random() throws Exception {
        long seed = System.nanoTime();
        var chance = new Random(seed);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (var server = playing(talk -> {
                    var request = talk.request();
                    do {
                        heard.add(request.orElseThrow().text());
                        talk.write(ok("{}"));
                        int fate = chance.nextInt(4);
                        if (fate == 0) {
                            return;
                        }
                        request = talk.request();
                        if (fate == 1) {
                            return;
                        }
                    } while (request.isPresent());
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Posted>> posts = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Bytes body = Bytes.utf8("{\"news\":" + i + "}");
                posts.add(threads.submit(
                        () -> post.tell(server.url("/"), body, Headers.NONE, TlsTerms.USUAL, () -> true)));
            }
            for (Future<Posted> posted : posts) {
                assertInstanceOf(Answered.class, posted.get(), () -> "seed " + seed);
            }

            assertEquals(400, heard.stream().distinct().count(), () -> "seed " + seed);
            assertTrue(server.received().size() > 400, "some died, or the test shows nothing");
        }
    }

    private Posted tell(LoopbackServer server) {
        return post.tell(server.url("/"), BODY, Headers.NONE, TlsTerms.USUAL, () -> true);
    }
}
