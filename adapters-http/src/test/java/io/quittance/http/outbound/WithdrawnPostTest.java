package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.ok;
import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.outbound.Posted.Withdrawn;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A post that is no longer wanted when its connection stands")
@Timeout(60)
class WithdrawnPostTest {
    private static final Bytes BODY = Bytes.utf8("{\"older\":\"news\"}");

    private final JsonPost post = new JsonPost(LoopbackServer.PATIENT, "9.9");
    private final BlockingQueue<byte[]> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void shows_the_other_side_not_one_byte() throws Exception {
        try (var server = playing(talk -> seen.add(talk.rest()))) {
            assertInstanceOf(
                    Withdrawn.class, post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> false));

            assertEquals("", new String(seen()));
        }
    }

    @Test
    void shows_not_one_byte_on_a_kept_connection_either() throws Exception {
        try (var server = playing(talk -> {
            talk.request();
            talk.write(ok("{}"));
            seen.add(talk.rest());
        })) {
            assertInstanceOf(
                    Answered.class, post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> true));
            assertInstanceOf(
                    Withdrawn.class, post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> false));

            assertEquals("", new String(seen()));
            assertEquals(1, server.connections());
        }
    }

    @Test
    void is_asked_about_when_the_connection_stands_and_not_before() throws IOException {
        var connected = new AtomicBoolean();
        try (var server = playing(talk -> {
            connected.set(true);
            talk.request();
            talk.write(ok("{}"));
        })) {
            assertInstanceOf(
                    Answered.class,
                    post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> accepted(connected)));
        }
    }

    @Test
    void leaves_no_connection_taken() throws IOException {
        try (var server = playing(talk -> {
            while (talk.request().isPresent()) {
                talk.write(ok("{}"));
            }
        })) {
            for (int i = 0; i < 2 * LoopbackServer.PATIENT.perRoute(); i++) {
                assertInstanceOf(
                        Withdrawn.class,
                        post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> false));
            }

            assertInstanceOf(
                    Answered.class, post.tell(server.url("/"), BODY, Headers.sign("x"), TlsTerms.USUAL, () -> true));
        }
    }

    /** A connection is accepted a moment after it stands; if it never does, nobody asks in time either. */
    private static boolean accepted(AtomicBoolean connected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!connected.get() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(connected.get(), "asked before there was a connection");
        return true;
    }

    private byte[] seen() throws InterruptedException {
        byte[] bytes = seen.poll(10, TimeUnit.SECONDS);
        assertTrue(bytes != null, "the connection is still open after 10 s");
        return bytes;
    }
}
