package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.settings.Edge;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.outbound.OwnPort;
import io.quittance.http.peer.Proxies;
import io.quittance.http.tls.TlsFiles;
import io.quittance.http.wire.StrangerLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A public port with TLS of its own")
@TestInstance(Lifecycle.PER_CLASS)
class TlsIT {
    private static final Duration SOME_SECONDS = Duration.ofSeconds(20);

    private final Certified first = Certified.with("RSA");
    private Path folder;
    private TlsFiles files;
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path temporary) throws IOException, GeneralSecurityException {
        folder = temporary;
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        write(first);
        running = RunningInstance.of(folder.resolve("data"), edge(files));
    }

    @AfterAll
    void stops() {
        running.close();
    }

    private static Edge edge(TlsFiles files) {
        return new Edge(StrangerLimits.NONE, Proxies.NONE, Optional.of(files));
    }

    private void write(Certified pair) throws IOException, GeneralSecurityException {
        pair.writeCertificate(files.certificate());
        pair.writeKey(files.key());
    }

    private HttpResponse<String> post(Certified believed, String... protocols)
            throws IOException, GeneralSecurityException, InterruptedException {
        SSLParameters parameters = new SSLParameters();
        if (protocols.length > 0) {
            parameters.setProtocols(protocols);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(believed.believed())
                .sslParameters(parameters)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(running.settings.localUrl().resolve("/aggregate-pay/api/gateway/capture"))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The certificate that a new connection is shown. */
    private X509Certificate shown() throws IOException, GeneralSecurityException {
        try (SSLSocket socket =
                (SSLSocket) OwnPort.tls().getSocketFactory().createSocket("127.0.0.1", running.settings.port())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private void awaitShown(Certified expected) throws Exception {
        Instant end = Instant.now().plus(SOME_SECONDS);
        while (!shown().equals(expected.certificate())) {
            assertTrue(Instant.now().isBefore(end), "the new certificate is not shown after " + SOME_SECONDS);
            Thread.sleep(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void is_spoken_with_by_clients_that_believe_its_certificate(String protocol) throws Exception {
        HttpResponse<String> answer = post(first, protocol);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("PARAMS_INVALID"), answer.body());
        assertEquals(protocol, answer.sslSession().orElseThrow().getProtocol());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        assertEquals(Optional.of("max-age=31536000"), answer.headers().firstValue("Strict-Transport-Security"));
    }

    @Test
    void is_told_by_the_simulator_and_asked_by_the_demo() {
        String printed = running.demo();

        assertTrue(printed.contains("Done: capture "), printed);
    }

    @Test
    void ends_a_connection_without_tls_and_counts_it() throws IOException {
        try (Socket plain = new Socket("127.0.0.1", running.settings.port())) {
            plain.setSoTimeout(10_000);
            plain.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String heard = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertTrue(!heard.startsWith("HTTP"), heard);
        }
        String metrics = running.onManagement("GET", "/metrics").body();
        assertTrue(metrics.contains("quittance_connections_cut_total{reason=\"no_tls\"} 1.0"), metrics);
        assertTrue(metrics.contains("quittance_certificate_days 29.0"), metrics);
    }

    @Test
    void takes_a_changed_pair_without_a_restart_and_goes_on_with_the_old_one_while_it_is_broken() throws Exception {
        Certified second = Certified.with("EC");
        second.writeCertificate(files.certificate());
        Thread.sleep(5_000);
        assertEquals(first.certificate(), shown(), "the key of the first one does not fit");

        second.writeKey(files.key());
        awaitShown(second);
        assertEquals(200, post(second).statusCode());

        write(first);
        awaitShown(first);
        assertArrayEquals(first.certificate().getEncoded(), shown().getEncoded());
    }

    @Test
    void is_not_there_if_the_pair_does_not_fit_as_the_start_says() throws Exception {
        TlsFiles unfitting = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("other-key.pem"));
        Certified.with("RSA").writeKey(unfitting.key());
        Path data = folder.resolve("other");

        String message = assertThrows(
                        Trouble.class,
                        () -> new RunningInstance(RunningInstance.settings(data, FreePorts.find(), edge(unfitting))))
                .getMessage();

        assertEquals(
                "QUITTANCE_TLS_KEY names " + unfitting.key() + ", which is not the key of the certificate in "
                        + unfitting.certificate() + " (expected: the private key of that pair).",
                message);
        assertTrue(Files.notExists(data), "nothing was begun");
    }
}
