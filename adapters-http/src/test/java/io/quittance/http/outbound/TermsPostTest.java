package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.Guards;
import io.quittance.http.outbound.LoopbackServer.Script;
import io.quittance.http.outbound.OutgoingProxy.Except;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.NotConnected;
import io.quittance.http.terms.AskingSockets;
import io.quittance.http.terms.Shown;
import io.quittance.http.terms.TestCa;
import io.quittance.http.terms.TlsTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A post on terms of TLS")
@Timeout(60)
class TermsPostTest {
    private static final TestCa CA = new TestCa("CN=Inner CA");
    private static final TestCa OTHER = new TestCa("CN=Other CA");

    private static final Script ANSWERING = talk -> {
        for (var asked = talk.request(); asked.isPresent(); asked = talk.request()) {
            talk.write(ok("{}"));
        }
    };

    private static TlsTerms believing(X509Certificate... authorities) {
        return new TlsTerms(List.of(authorities), Optional.empty());
    }

    private static TlsTerms showing(TestCa.Pair pair) {
        return believing(CA.certificate()).showing(Optional.of(new Shown(List.of(pair.certificate()), pair.key())));
    }

    private static Posted tell(JsonPost post, URI url, TlsTerms terms) {
        return post.tell(url, Bytes.utf8("{}"), Headers.NONE, terms, () -> true);
    }

    private static URI shop(LoopbackServer server) {
        return URI.create("https://shop.example:" + server.port() + "/n");
    }

    private static JsonPost post() {
        return new JsonPost(LoopbackServer.PATIENT, "9.9", Guards.allowing("loopback"), MadeUpNames.loopback());
    }

    private static String why(LoopbackServer server, TlsTerms terms) {
        try (JsonPost post = post()) {
            return assertInstanceOf(NotConnected.class, tell(post, shop(server), terms))
                    .why();
        }
    }

    @Nested
    class With_a_CA_of_its_own {
        @Test
        void is_answered_by_whom_that_vouches_for_and_no_other_is() throws IOException {
            try (var server = playing(CA.server("shop.example").serving(), ANSWERING);
                    var post = post()) {
                assertInstanceOf(Answered.class, tell(post, shop(server), believing(CA.certificate())));
                assertInstanceOf(
                        Answered.class, tell(post, shop(server), believing(OTHER.certificate(), CA.certificate())));

                assertEquals(
                        "TLS: its certificate is signed by none of the CAs that are registered for it",
                        why(server, believing(OTHER.certificate())));
                assertEquals(
                        "TLS: its certificate is signed by nobody whom this machine believes",
                        why(server, TlsTerms.USUAL));
            }
        }

        @Test
        void believes_nobody_else_any_more() throws Exception {
            TlsTerms none = believing(CA.certificate());
            try (var server = playing(SelfSigned.forLocalhost(), ANSWERING)) {
                assertEquals(
                        "TLS: its certificate is signed by none of the CAs that are registered for it",
                        why(server, none));
            }
        }

        @Test
        void is_not_sent_to_whose_certificate_has_expired() throws IOException {
            TestCa.Pair old = CA.issue(
                    "shop.example", "EC", Duration.ofHours(-2), Duration.ofHours(-1), KeyPurposeId.id_kp_serverAuth);
            try (var server = playing(old.serving(), ANSWERING)) {
                assertEquals(
                        "TLS: its certificate, or one that vouches for it, has expired",
                        why(server, believing(CA.certificate())));
            }
        }

        @Test
        void is_not_sent_to_whose_certificate_is_for_another_name() throws IOException {
            try (var server = playing(CA.server("other.example").serving(), ANSWERING)) {
                assertEquals("TLS: its certificate is for another name", why(server, believing(CA.certificate())));
            }
        }
    }

    @Nested
    class With_a_client_certificate {
        @ParameterizedTest
        @CsvSource({"RSA,TLSv1.3", "EC,TLSv1.3", "RSA,TLSv1.2", "EC,TLSv1.2"})
        void is_taken_where_it_is_wanted(String algorithm, String protocol) throws IOException {
            SSLContext tls = CA.server("shop.example").serving(CA.certificate());
            try (var server = LoopbackServer.on(new AskingSockets(tls, protocol), ANSWERING);
                    var post = post()) {
                assertInstanceOf(Answered.class, tell(post, shop(server), showing(CA.client("quittance", algorithm))));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
        void is_not_read_where_none_is_shown(String protocol) throws IOException {
            SSLContext tls = CA.server("shop.example").serving(CA.certificate());
            try (var server = LoopbackServer.on(new AskingSockets(tls, protocol), ANSWERING)) {
                String why = why(server, believing(CA.certificate()));

                assertTrue(why.contains("it wants a client certificate ("), why);
                assertEquals(List.of(), server.received());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
        void is_not_read_where_another_is_shown(String protocol) throws IOException {
            SSLContext tls = CA.server("shop.example").serving(CA.certificate());
            try (var server = LoopbackServer.on(new AskingSockets(tls, protocol), ANSWERING)) {
                String why = why(server, showing(OTHER.client("quittance", "EC")));

                assertTrue(why.contains("it does not take our client certificate ("), why);
                assertEquals(List.of(), server.received());
            }
        }

        @Test
        void goes_by_no_connection_that_was_made_with_another() throws IOException {
            SSLContext tls = CA.server("shop.example").serving(CA.certificate());
            TlsTerms first = showing(CA.client("first", "EC"));
            TlsTerms second = showing(CA.client("second", "EC"));
            try (var server = LoopbackServer.on(new AskingSockets(tls), ANSWERING);
                    var post = post()) {
                tell(post, shop(server), first);
                tell(post, shop(server), first);
                assertEquals(1, server.connections());

                assertInstanceOf(Answered.class, tell(post, shop(server), second));
                assertEquals(2, server.connections());

                assertInstanceOf(NotConnected.class, tell(post, shop(server), believing(CA.certificate())));
                assertEquals(3, server.connections());
            }
        }

        @Test
        void resumes_no_session_of_another() throws IOException {
            SSLContext tls = CA.server("shop.example").serving(CA.certificate());
            try (var server = LoopbackServer.on(new AskingSockets(tls), talk -> {
                        talk.request();
                        talk.write(LoopbackServer.http("200 OK", "Connection: close\r\n", "{}"));
                    });
                    var post = post()) {
                assertInstanceOf(Answered.class, tell(post, shop(server), showing(CA.client("first", "EC"))));

                assertInstanceOf(NotConnected.class, tell(post, shop(server), believing(CA.certificate())));
            }
        }
    }

    @Test
    void goes_through_a_proxy_which_reads_nothing_of_it() throws IOException {
        SSLContext tls = CA.server("shop.example").serving(CA.certificate());
        try (var server = LoopbackServer.on(new AskingSockets(tls), ANSWERING);
                var proxy = SmallProxy.open();
                var post = new JsonPost(
                        LoopbackServer.PATIENT,
                        "9.9",
                        Guard.OPERATORS,
                        MadeUpNames.loopback(),
                        Optional.of(new OutgoingProxy(
                                "proxy.example", proxy.port(), Optional.empty(), Except.NOBODY, false)))) {
            assertInstanceOf(Answered.class, tell(post, shop(server), showing(CA.client("quittance", "EC"))));
            assertInstanceOf(Answered.class, tell(post, shop(server), showing(CA.client("again", "RSA"))));

            assertEquals(
                    "shop.example:" + server.port(),
                    server.received().getFirst().header("Host").orElseThrow());
            assertEquals(2, proxy.heads().size());
        }
    }

    @Test
    void is_one_of_a_known_client_to_OpenSSL(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not there: it judged nothing");
        TestCa.Pair server = CA.server("shop.example");
        Path certificate = Files.writeString(folder.resolve("server.pem"), server.certificatePem() + server.keyPem());
        Path ca = Files.writeString(folder.resolve("ca.pem"), CA.pem());
        int port = freePort();
        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "s_server",
                        "-accept",
                        "127.0.0.1:" + port,
                        "-cert",
                        certificate.toString(),
                        "-CAfile",
                        ca.toString(),
                        "-Verify",
                        "2",
                        "-verify_return_error")
                .redirectErrorStream(true)
                .start();
        try (var out = openssl.inputReader();
                var post = post()) {
            StringBuilder said = new StringBuilder();
            said.append(until(out, "ACCEPT"));
            Thread.startVirtualThread(() -> tell(
                    post, URI.create("https://shop.example:" + port + "/n"), showing(CA.client("quittance", "EC"))));
            said.append(until(out, "POST /n HTTP/1.1"));

            assertTrue(
                    said.toString().contains("depth=0 CN = quittance")
                            || said.toString().contains("depth=0 CN=quittance"),
                    said.toString());
            assertTrue(said.toString().contains("verify return:1"), said.toString());
        } finally {
            openssl.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String until(BufferedReader out, String end) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains(end)) {
                break;
            }
        }
        return said.toString();
    }

    @Test
    void is_sent_to_nobody_without_TLS() throws IOException {
        try (var server = playing(ANSWERING);
                var post = post()) {
            assertEquals(
                    "refused: a CA or a client certificate is registered for it, and its address has no TLS (expected:"
                            + " an address that begins with https://)",
                    assertInstanceOf(NotConnected.class, tell(post, server.url("/n"), believing(CA.certificate())))
                            .why());
            assertEquals(0, server.connections());
        }
    }
}
