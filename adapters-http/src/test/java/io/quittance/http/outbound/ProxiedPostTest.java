package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.answering;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.Guards;
import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.OutgoingProxy.Login;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.NotConnected;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A post through a proxy")
@Timeout(60)
class ProxiedPostTest {
    private static final Guard OF_MERCHANTS = Guards.allowing("127.0.0.2");

    /** Where the proxy is; the shop is on the public internet, or what stands for it here; nobody else is known. */
    private static final DnsResolver NAMES = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "proxy.example", "own.example" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
                case "shop.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")};
                case "inner.example" -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.7")};
                case "127.0.0.1" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
                default -> throw new UnknownHostException(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private static OutgoingProxy proxy(int port, Optional<Login> login, boolean looksUp) {
        return new OutgoingProxy("proxy.example", port, login, Except.NOBODY, looksUp);
    }

    private static JsonPost through(OutgoingProxy proxy, Guard guard) {
        return new JsonPost(LoopbackServer.PATIENT, "9.9", guard, NAMES, Optional.of(proxy));
    }

    private static JsonPost through(SmallProxy proxy) {
        return through(proxy(proxy.port(), Optional.empty(), false), OF_MERCHANTS);
    }

    private static Posted tell(JsonPost post, String url) {
        return post.tell(URI.create(url), Bytes.utf8("{}"), Headers.NONE, TlsTerms.USUAL, () -> true);
    }

    private static String why(JsonPost post, String url) {
        return assertInstanceOf(NotConnected.class, tell(post, url)).why();
    }

    @Nested
    class Without_TLS {
        @Test
        void says_itself_whom_it_is_for_and_is_answered() throws IOException {
            try (var shop = answering(ok("{}"));
                    var proxy = SmallProxy.open();
                    var post = through(proxy)) {
                String url = "http://shop.example:" + shop.port() + "/n?a=b";

                assertEquals(
                        200, assertInstanceOf(Answered.class, tell(post, url)).status());

                assertEquals(List.of("POST " + url + " HTTP/1.1"), proxy.lines());
                assertEquals("POST /n?a=b HTTP/1.1", shop.received().getFirst().line());
                assertEquals(
                        "shop.example:" + shop.port(),
                        shop.received().getFirst().header("Host").orElseThrow());
            }
        }

        @Test
        void uses_a_connection_to_the_proxy_again() throws IOException {
            try (var shop = answering(ok("{}"));
                    var proxy = playing(talk -> {
                        for (var asked = talk.request(); asked.isPresent(); asked = talk.request()) {
                            talk.write(ok("{}"));
                        }
                    });
                    var post = through(proxy(proxy.port(), Optional.empty(), false), OF_MERCHANTS)) {
                tell(post, "http://shop.example:" + shop.port() + "/n");
                tell(post, "http://shop.example:" + shop.port() + "/m");

                assertEquals(1, proxy.connections());
                assertEquals(0, shop.connections());
            }
        }

        @Test
        void shows_the_proxy_who_asks_and_nobody_else() throws IOException {
            try (var shop = answering(ok("{}"));
                    var proxy = new SmallProxy(Optional.of("Basic dXM6c2VjcmV0"));
                    var post =
                            through(proxy(proxy.port(), Optional.of(new Login("us", "secret")), false), OF_MERCHANTS)) {
                assertInstanceOf(Answered.class, tell(post, "http://shop.example:" + shop.port() + "/n"));

                assertTrue(
                        shop.received().getFirst().header("Proxy-Authorization").isEmpty());
            }
        }

        @Test
        void may_be_answered_by_the_proxy_which_is_said() throws IOException {
            try (var proxy = SmallProxy.open();
                    var post = through(proxy)) {
                Answered answered = assertInstanceOf(Answered.class, tell(post, "http://shop.example:4/n"));

                assertEquals(502, answered.status());
                assertEquals(Optional.of("the proxy proxy.example:" + proxy.port()), answered.relay());
            }
        }

        @Test
        void is_not_connected_where_the_proxy_wants_to_know_who_asks() throws IOException {
            try (var proxy = new SmallProxy(Optional.of("Basic dXM6c2VjcmV0"));
                    var post = through(proxy)) {
                assertEquals(
                        "the proxy proxy.example:" + proxy.port() + " wants a user and a password (HTTP 407)",
                        why(post, "http://shop.example:4/n"));
            }
        }
    }

    @Nested
    class With_TLS {
        @Test
        void asks_for_a_way_to_the_address_that_was_judged() throws IOException {
            try (var shop = playing(talk -> {});
                    var proxy = SmallProxy.open();
                    var post = through(proxy)) {
                tell(post, "https://shop.example:" + shop.port() + "/n");

                assertEquals(
                        "CONNECT 127.0.0.2:" + shop.port() + " HTTP/1.1",
                        proxy.lines().getFirst());
                assertEquals(1, shop.connections());
            }
        }

        @Test
        void asks_by_the_name_where_the_proxy_looks_names_up() throws IOException {
            try (var shop = playing(talk -> {});
                    var proxy = SmallProxy.open();
                    var post = through(proxy(proxy.port(), Optional.empty(), true), OF_MERCHANTS)) {
                tell(post, "https://unknown.example:" + shop.port() + "/n");

                assertEquals(
                        "CONNECT unknown.example:" + shop.port() + " HTTP/1.1",
                        proxy.lines().getFirst());
            }
        }

        @Test
        void asks_by_the_name_where_the_operator_has_named_it() throws IOException {
            try (var shop = playing(talk -> {});
                    var proxy = SmallProxy.open();
                    var post = through(proxy(proxy.port(), Optional.empty(), false), Guard.OPERATORS)) {
                tell(post, "https://unknown.example:" + shop.port() + "/n");

                assertEquals(
                        "CONNECT unknown.example:" + shop.port() + " HTTP/1.1",
                        proxy.lines().getFirst());
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "HTTP/1.1 407 Who|wants a user and a password (HTTP 407)",
                    "HTTP/1.1 403 No|does not let us call 127.0.0.2:443 (HTTP 403)",
                    "HTTP/1.0 502 Gone|does not lead to 127.0.0.2:443 (HTTP 502)",
                    "SSH-2.0-x|does not answer as an HTTP proxy does"
                })
        void is_not_connected_where_the_proxy_does_not_lead_there(String line, String why) throws IOException {
            try (var proxy = answering(line + "\r\n\r\n");
                    var post = through(proxy(proxy.port(), Optional.empty(), false), OF_MERCHANTS)) {
                assertEquals(
                        "the proxy proxy.example:" + proxy.port() + " " + why, why(post, "https://shop.example/n"));
            }
        }

        @Test
        void is_told_that_the_proxy_does_not_take_what_it_is_shown() throws IOException {
            try (var proxy = new SmallProxy(Optional.of("Basic dXM6c2VjcmV0"));
                    var post = through(proxy(proxy.port(), Optional.of(new Login("us", "old")), false), OF_MERCHANTS)) {
                assertEquals(
                        "the proxy proxy.example:" + proxy.port() + " does not take our user and password (HTTP 407)",
                        why(post, "https://shop.example/n"));
            }
        }

        @Test
        void is_told_that_the_proxy_closed_the_connection() throws IOException {
            try (var proxy = playing(talk -> {});
                    var post = through(proxy(proxy.port(), Optional.empty(), false), OF_MERCHANTS)) {
                assertEquals(
                        "the proxy proxy.example:" + proxy.port() + " closed the connection",
                        why(post, "https://shop.example/n"));
            }
        }

        @Test
        void waits_for_the_proxy_no_longer_than_for_anybody() throws IOException {
            PostLimits quick = new PostLimits(
                    Duration.ofMillis(300), Duration.ofSeconds(20), 65_536, Duration.ofSeconds(20), 32, 64);
            try (var proxy = playing(talk -> talk.untilClosed());
                    var post = new JsonPost(
                            quick,
                            "9.9",
                            OF_MERCHANTS,
                            NAMES,
                            Optional.of(proxy(proxy.port(), Optional.empty(), false)))) {
                assertEquals(
                        "the proxy proxy.example:" + proxy.port() + " did not lead to 127.0.0.2:443 in time",
                        why(post, "https://shop.example/n"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https"})
    void sends_nothing_where_the_proxy_is_away(String scheme) throws IOException {
        SmallProxy gone = SmallProxy.open();
        gone.close();
        try (var post = through(gone)) {
            String why = why(post, scheme + "://shop.example/n");

            assertTrue(why.startsWith("the proxy proxy.example:" + gone.port() + " cannot be reached: "), why);
        }
    }

    @ParameterizedTest
    @CsvSource({"http,false", "https,false", "http,true", "https,true"})
    void is_judged_before_the_proxy_hears_of_it(String scheme, boolean looksUp) throws IOException {
        try (var proxy = SmallProxy.open();
                var post = through(proxy(proxy.port(), Optional.empty(), looksUp), OF_MERCHANTS)) {
            assertTrue(why(post, scheme + "://10.0.0.7/n").startsWith("refused: 10.0.0.7 is a private address"));
            assertTrue(why(post, scheme + "://127.0.0.1/n").startsWith("refused: 127.0.0.1 is a loopback address"));
            if (!looksUp) {
                assertTrue(why(post, scheme + "://inner.example/n").startsWith("refused: inner.example is 10.0.0.7"));
            }

            assertEquals(List.of(), proxy.heads());
        }
    }

    @Test
    void leaves_what_is_on_this_machine_or_excepted_to_ourselves() throws IOException {
        try (var own = answering(ok("{}"));
                var proxy = SmallProxy.open();
                var post = through(
                        new OutgoingProxy(
                                "proxy.example", proxy.port(), Optional.empty(), Except.of("own.example"), false),
                        Guards.allowing("127.0.0.1"))) {
            assertInstanceOf(Answered.class, tell(post, own.url("/n").toString()));
            Posted direct = tell(post, "http://own.example:" + own.port() + "/n");

            assertFalse(direct instanceof Answered answered && answered.relay().isPresent());
            assertEquals(List.of(), proxy.heads());
        }
    }
}
