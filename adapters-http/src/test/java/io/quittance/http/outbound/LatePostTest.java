package io.quittance.http.outbound;

import static io.quittance.http.outbound.LoopbackServer.playing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.terms.TlsTerms;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A post whose time is over when its connection stands, as its process stood still")
@Timeout(60)
class LatePostTest {
    private static final PostLimits LIMITS = LoopbackServer.PATIENT;

    private final BlockingQueue<byte[]> seen = new LinkedBlockingQueue<>();

    /** No alarm rings here: where a whole process stands still, the alarm does too. */
    @Test
    void shows_the_other_side_not_one_byte_and_says_that_nothing_was_sent() throws Exception {
        var plain = new PlainClient(
                LIMITS,
                "x",
                new GuardedNames(TimedNames.system(LIMITS.connect()), Guard.OPERATORS, Optional.empty()),
                Optional.empty());
        try (var server = playing(talk -> seen.add(talk.rest()));
                CloseableHttpClient client = plain.keepingNothing()) {
            long begun = System.nanoTime() - LIMITS.exchange().plusMillis(1).toNanos();
            var letter = new Exchange.Letter(
                    server.url("/"),
                    Bytes.utf8("{}"),
                    Headers.sign("x"),
                    TlsTerms.USUAL,
                    () -> fail("it is not even asked for"));

            Posted.NotConnected posted = assertInstanceOf(
                    Posted.NotConnected.class, new Exchange(letter, Optional.empty(), LIMITS, begun).run(client));

            assertTrue(posted.late());
            assertEquals("no connection within 40 s", posted.why());
            assertEquals("", new String(seen.poll(10, TimeUnit.SECONDS)));
        }
    }
}
