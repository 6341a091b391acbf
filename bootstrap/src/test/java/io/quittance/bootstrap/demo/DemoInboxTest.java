package io.quittance.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.demo.DemoInbox.Received;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The demo merchant's inbox")
class DemoInboxTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final KeyPair GATEWAY = Rsa.newPair();

    private final DemoInbox inbox = new DemoInbox(() -> List.of(GATEWAY.getPublic()), () -> NOON);

    private static Bytes about(String requestId) {
        return Bytes.utf8("{\"code\":\"APPLY_SUCCESS\",\"data\":{\"requestId\":\"" + requestId + "\"}}");
    }

    private static Optional<String> signed(Bytes body) {
        return Optional.of(Rsa.sign(GATEWAY.getPrivate(), body));
    }

    @Test
    void acknowledges_and_remembers_what_the_gateway_signed() {
        assertTrue(inbox.receive(about("R1"), signed(about("R1"))));

        assertEquals(List.of(new Received(NOON, Optional.of("R1"), true, about("R1"))), inbox.about("R1"));
    }

    @Test
    void remembers_but_does_not_acknowledge_what_nobody_signed() {
        assertFalse(inbox.receive(about("R1"), Optional.empty()));
        assertFalse(inbox.receive(about("R1"), signed(about("R2"))));
        assertFalse(inbox.receive(Bytes.utf8("not JSON"), Optional.of("AAAA")));

        Received unverified = new Received(NOON, Optional.of("R1"), false, about("R1"));
        assertEquals(List.of(unverified, unverified), inbox.about("R1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"requestId\":\"X1\",\"outTradeNo\":\"another\"}}",
                "{\"data\":{\"outTradeNo\":\"X1\"}}",
                "{\"data\":{\"merchantLinkId\":\"X1\"}}",
                "{\"orderId\":\"X1\"}"
            })
    void knows_what_every_kind_of_notification_is_about(String body) {
        inbox.receive(Bytes.utf8(body), Optional.empty());

        assertEquals(1, inbox.about("X1").size());
    }

    @Test
    void forgets_what_is_older_than_a_hundred_messages() {
        for (int i = 0; i <= 100; i++) {
            inbox.receive(about("R" + i), Optional.empty());
        }

        assertEquals(List.of(), inbox.about("R0"));
        assertEquals(1, inbox.about("R1").size());
        assertEquals(1, inbox.about("R100").size());
    }
}
