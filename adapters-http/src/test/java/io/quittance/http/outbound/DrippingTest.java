package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.Posted.Broken;
import io.quittance.http.outbound.Posted.NotConnected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each byte comes well within any time that is given to a byte; only the whole has an end. */
@DisplayName("A post whose other side is slow without end")
@Timeout(60)
class DrippingTest {
    private static final PostLimits SHORT =
            new PostLimits(Duration.ofMillis(300), Duration.ofMillis(600), 1024, Duration.ofSeconds(20), 4, 8);
    private static final int DRIP_MILLIS = 50;

    /** Generous on a busy machine, and far below what the other side would take. */
    private static final Duration SOON = SHORT.exchange().plusSeconds(10);

    private final JsonPost post = new JsonPost(SHORT, "9.9");

    @AfterEach
    void close() {
        post.close();
    }

    /** Answers at once what stands before the bar, and then drips the rest over and over. */
    private static LoopbackServer dripping(String answer) throws IOException {
        String drip = answer.substring(answer.indexOf('|') + 1);
        return playing(talk -> {
            talk.request();
            talk.write(answer.substring(0, answer.indexOf('|')));
            while (true) {
                for (char next : drip.toCharArray()) {
                    talk.write(String.valueOf(next));
                    talk.pause(DRIP_MILLIS);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=|b",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n|x: y\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n|\u001f",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n| ",
                "HTTP/1.1 500 Oops\r\n\r\n|<"
            })
    void is_cut_off_when_the_body_has_no_end(String answer) throws IOException {
        try (var server = dripping(answer)) {
            int status = answer.contains("500") ? 500 : 200;
            assertEquals(
                    Optional.of(status),
                    late("no end of the answer within 600 ms", server, "{}").status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|H", "HTTP/1.1 200 OK\r\n|x: y\r\n", "HTTP/1.1 200 OK\r\nx: |y", "|HTTP/1.1 100 Go\r\n\r\n"})
    void is_cut_off_when_the_head_has_no_end(String answer) throws IOException {
        try (var server = dripping(answer)) {
            assertEquals(
                    Optional.empty(),
                    late("no answer within 600 ms", server, "{}").status());
        }
    }

    /** More than the buffers of both kernels take. */
    @Test
    void is_cut_off_when_nobody_reads_it() throws IOException {
        try (var server = playing(talk -> talk.pause(SOON.toMillis()))) {
            late("no answer within 600 ms", server, " ".repeat(64 << 20));
        }
    }

    @Test
    void is_cut_off_when_it_has_addresses_without_end_and_none_accepts() throws IOException {
        // Linux drops what comes behind a full queue of connections, as a firewall would.
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket(InetAddress.getLoopbackAddress(), full.getLocalPort());
                var second = new Socket(InetAddress.getLoopbackAddress(), full.getLocalPort());
                var many = new JsonPost(SHORT, "9.9", Guard.OPERATORS, new ManyAddresses())) {
            assertTrue(first.isConnected() && second.isConnected());
            URI url = URI.create("http://many.test:" + full.getLocalPort() + "/");

            var posted = assertInstanceOf(NotConnected.class, many.post(url, Bytes.utf8("{}"), Headers.NONE));

            assertEquals(new NotConnected("no connection within 600 ms", true, posted.took()), posted);
            assertTrue(posted.took().compareTo(SOON) < 0, () -> "took " + posted.took());
        }
    }

    private record ManyAddresses() implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            InetAddress[] all = new InetAddress[100];
            Arrays.fill(all, InetAddress.getLoopbackAddress());
            return all;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private Broken late(String why, LoopbackServer server, String body) {
        var posted = assertInstanceOf(Broken.class, post.post(server.url("/"), Bytes.utf8(body), Headers.NONE));

        assertEquals(new Broken(posted.status(), why, true, posted.took()), posted);
        assertTrue(posted.took().compareTo(SOON) < 0, () -> "took " + posted.took());
        return posted;
    }
}
