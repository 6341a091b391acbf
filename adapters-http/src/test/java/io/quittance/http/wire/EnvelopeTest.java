package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What all pages share")
class EnvelopeTest {
    @Test
    void our_acknowledgement_is_the_one_of_the_page() {
        assertEquals("{\"code\":\"SUCCESS\",\"msg\":\"Success\"}", Envelope.ACKNOWLEDGEMENT.asUtf8());
    }

    @Test
    void a_refusal_shows_no_more_of_a_value_than_is_needed_to_recognise_it() {
        Refusal refusal =
                Refusal.of(WireCode.PARAMS_INVALID, "data.x", "line\nbreak" + "y".repeat(900), "z".repeat(300));

        assertEquals(256, refusal.getMessage().length());
        assertTrue(refusal.getMessage().startsWith("data.x: 'line\uFFFDbreak" + "y".repeat(30) + "...' (expected: z"));
    }

    @Test
    void times_are_written_in_UTC() {
        Instant time = Instant.parse("2026-03-01T12:00:00.007Z");

        assertEquals("2026-03-01T12:00:00.007Z", WireTime.millis(time));
        assertEquals("2026-03-01T12:00:00 +0000", WireTime.seconds(time));
        assertEquals("2026-03-01T12:00:00.000Z", WireTime.millis(Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void a_code_that_decides_nothing_is_no_code_of_ours() {
        assertEquals(Optional.of(WireCode.ORDER_REPEAT), WireCode.of("ORDER_REPEAT"));
        assertEquals(Optional.empty(), WireCode.of("RISK_FAILED"));
        assertEquals(Optional.empty(), WireCode.of("order_repeat"));
    }
}
