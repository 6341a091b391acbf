package io.quittance.http.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.http.live.Client;
import io.quittance.http.live.Heard;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.wire.StrangerLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The proxy is at 127.0.0.9; whoever calls from elsewhere is none. */
@DisplayName("A request through a proxy")
class ProxiesOverHttpTest {
    private static final byte[] NONSENSE = {'{'};
    private static final int LIMIT = 20;

    private final LiveGateway gateway = LiveGateway.limited(
            new StrangerLimits(OptionalInt.of(LIMIT), OptionalInt.empty()), Proxies.of("127.0.0.9"));
    private final Client proxy = new Client(gateway, "127.0.0.9");
    private final Client other = new Client(gateway, "127.0.0.2");

    @AfterEach
    void stop() {
        gateway.close();
    }

    /** The code of the last answer to one more than the limit. */
    private static String flood(Client client, String forwarded) {
        return IntStream.rangeClosed(0, LIMIT)
                .mapToObj(_ -> client.post(Client.CAPTURE, knownByNobody(), "X-Forwarded-For", List.of(forwarded))
                        .code())
                .toList()
                .getLast();
    }

    private static byte[] knownByNobody() {
        return "{\"appId\":\"nobody\"}".getBytes(StandardCharsets.US_ASCII);
    }

    private static String code(Client client, String forwarded) {
        return client.post(Client.CAPTURE, knownByNobody(), "X-Forwarded-For", List.of(forwarded))
                .code();
    }

    @Test
    void counts_for_whom_the_proxy_names() {
        assertEquals("TOO_MANY_REQUEST", flood(proxy, "192.0.2.1"));

        assertEquals("MERCHANT_APP_INVALID", code(proxy, "192.0.2.2"));
        assertEquals("TOO_MANY_REQUEST", code(proxy, "192.0.2.2, 192.0.2.1"), "what he writes himself counts nothing");
    }

    @Test
    void of_another_counts_for_himself_whomever_he_names() {
        assertEquals("TOO_MANY_REQUEST", flood(other, "192.0.2.1"));

        assertEquals("TOO_MANY_REQUEST", code(other, "192.0.2.2"));
        assertEquals("MERCHANT_APP_INVALID", code(proxy, "192.0.2.1"));
    }

    @Test
    void is_told_of_by_the_address_that_the_proxy_names() {
        try (Heard heard = new Heard()) {
            proxy.post(Client.CAPTURE, NONSENSE, "X-Forwarded-For", List.of("192.0.2.1"));
            proxy.post("/captureResultNotifyUrl", NONSENSE, "X-Forwarded-For", List.of("192.0.2.2"));
            other.post(Client.CAPTURE, NONSENSE, "X-Forwarded-For", List.of("192.0.2.3"));

            assertEquals(
                    List.of("192.0.2.1", "192.0.2.2", "127.0.0.2"),
                    heard.lines().stream()
                            .map(ILoggingEvent::getFormattedMessage)
                            .map(line -> line.replaceFirst("refused of a stranger at (\\S+) .*", "$1"))
                            .toList());
        }
    }
}
