package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guards;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.NotConnected;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A post to whom a merchant names")
@Timeout(60)
class GuardedPostTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /** Stands for the public internet: another address of this machine, and the only one that is allowed. */
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

    /** What names are, by how often one was looked up. */
    private static final class Names implements DnsResolver {
        private final IntFunction<InetAddress[]> answers;
        private final AtomicInteger asked = new AtomicInteger();

        Names(IntFunction<InetAddress[]> answers) {
            this.answers = answers;
        }

        static Names always(InetAddress... addresses) {
            return new Names(_ -> addresses);
        }

        /** First that one, and the loopback whenever somebody looks again. */
        static Names rebinding(InetAddress first) {
            return new Names(times -> new InetAddress[] {times == 0 ? first : LOOPBACK});
        }

        @Override
        public InetAddress[] resolve(String host) {
            return answers.apply(asked.getAndIncrement());
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static JsonPost post(DnsResolver names) {
        return new JsonPost(LoopbackServer.PATIENT, "9.9", Guards.allowing("127.0.0.2"), names);
    }

    private static Posted tell(JsonPost post, URI url) {
        return post.tell(url, Bytes.utf8("{}"), Headers.NONE, TlsTerms.USUAL, () -> true);
    }

    private static URI shop(int port) {
        return URI.create("http://shop.example:" + port + "/n");
    }

    private static HttpServer elsewhere(int port, String connection) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(ELSEWHERE, port), 16);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Connection", connection);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Nested
    class Sends_no_byte_and_says_why {
        @Test
        void where_the_name_is_this_machine() throws IOException {
            refused(Names.always(LOOPBACK), "shop.example is 127.0.0.1, a loopback address");
        }

        @Test
        void where_one_of_its_addresses_is() throws IOException {
            refused(Names.always(ELSEWHERE, LOOPBACK), "shop.example is 127.0.0.1, a loopback address");
        }

        @Test
        void where_an_address_stands_for_one_of_this_machine() throws IOException {
            refused(
                    Names.always(InetAddress.ofLiteral("64:ff9b::7f00:1")),
                    "shop.example is 64:ff9b:0:0:0:0:7f00:1, an address that stands for an IPv4 address");
        }

        private void refused(Names names, String why) throws IOException {
            try (var server = answering(ok("{}"));
                    var post = post(names)) {
                var posted = assertInstanceOf(NotConnected.class, tell(post, shop(server.port())));

                assertEquals(
                        "refused: " + why + " (expected: a public address, or one that QUITTANCE_OUTGOING_ALLOW names)",
                        posted.why());
                assertEquals(0, server.connections());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "localhost", "2130706433", "127.1"})
        void where_the_url_itself_says_this_machine_and_nothing_is_looked_up(String host) throws IOException {
            Names names = Names.always(ELSEWHERE);
            try (var server = answering(ok("{}"));
                    var post = post(names)) {
                assertInstanceOf(
                        NotConnected.class, tell(post, URI.create("http://" + host + ":" + server.port() + "/")));

                assertEquals(0, server.connections());
                assertEquals(0, names.asked.get());
            }
        }
    }

    @Nested
    class Goes_to_the_address_that_was_judged {
        @Test
        void and_never_where_the_name_leads_the_next_time() throws IOException {
            Names names = Names.rebinding(ELSEWHERE);
            try (var inner = answering(ok("{}"));
                    var post = post(names)) {
                HttpServer outer = elsewhere(inner.port(), "close");
                try {
                    assertInstanceOf(Answered.class, tell(post, shop(inner.port())));
                    assertEquals(1, names.asked.get());

                    assertInstanceOf(NotConnected.class, tell(post, shop(inner.port())));
                    assertEquals(2, names.asked.get());
                    assertEquals(0, inner.connections());
                } finally {
                    outer.stop(0);
                }
            }
        }

        @Test
        void also_where_nobody_answers_there() throws IOException {
            Names names = Names.rebinding(ELSEWHERE);
            try (var inner = answering(ok("{}"));
                    var post = post(names)) {
                assertInstanceOf(NotConnected.class, tell(post, shop(inner.port())));

                assertEquals(1, names.asked.get());
                assertEquals(0, inner.connections());
            }
        }

        @Test
        void on_a_connection_that_is_kept_too() throws IOException {
            Names names = Names.rebinding(ELSEWHERE);
            try (var inner = answering(ok("{}"));
                    var post = post(names)) {
                HttpServer outer = elsewhere(inner.port(), "keep-alive");
                try {
                    assertInstanceOf(Answered.class, tell(post, shop(inner.port())));
                    assertInstanceOf(Answered.class, tell(post, shop(inner.port())));

                    assertEquals(1, names.asked.get());
                    assertEquals(0, inner.connections());
                } finally {
                    outer.stop(0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void follows_no_redirect(int status) throws IOException {
        try (var inner = answering(ok("{}"));
                var outer = answering(http(status + " Away", "Location: " + inner.url("/api/apps") + "\r\n", ""));
                var post = new JsonPost(
                        LoopbackServer.PATIENT, "9.9", Guards.allowing("loopback"), Names.always(LOOPBACK))) {
            assertEquals(
                    status,
                    assertInstanceOf(Answered.class, tell(post, shop(outer.port())))
                            .status());

            assertEquals(0, inner.connections());
        }
    }

    @Test
    void takes_a_host_with_an_underscore() throws IOException {
        try (var server = answering(ok("{}"));
                var post = new JsonPost(
                        LoopbackServer.PATIENT, "9.9", Guards.allowing("my_host"), Names.always(LOOPBACK))) {
            URI url = URI.create("http://my_host:" + server.port() + "/n");

            assertInstanceOf(Answered.class, tell(post, url));

            assertEquals("POST /n HTTP/1.1", server.received().getFirst().line());
            assertEquals(
                    "my_host:" + server.port(),
                    server.received().getFirst().header("Host").orElseThrow());
        }
    }
}
