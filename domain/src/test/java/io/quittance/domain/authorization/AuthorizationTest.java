package io.quittance.domain.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An authorization")
class AuthorizationTest {
    @Test
    void counts_for_seven_days_to_the_millisecond() {
        Instant end = Instant.parse("2026-03-08T12:00:00.123Z");

        assertEquals(end, Wishes.AUTHORIZED.expiresAt());
        assertFalse(Wishes.AUTHORIZED.expired(end.minusMillis(1)));
        assertTrue(Wishes.AUTHORIZED.expired(end));
    }
}
