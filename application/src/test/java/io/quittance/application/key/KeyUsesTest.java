package io.quittance.application.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Uses of keys")
class KeyUsesTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryKeyUses kept = new InMemoryKeyUses();
    private final KeyUses uses = new KeyUses(kept, clock);

    @Test
    void are_kept_when_it_is_time() {
        uses.used("k");
        assertEquals(Map.of(), kept.all());

        uses.keep();
        clock.move(Duration.ofSeconds(5));
        uses.keep();

        assertEquals(Map.of("k", Given.NOON), kept.all());
    }

    @Test
    void are_kept_when_somebody_asks() {
        uses.used("k");

        assertEquals(Map.of("k", Given.NOON), uses.all());
    }

    @Nested
    class In_memory implements KeptKeyUsesContract {
        @Override
        public KeptKeyUses uses() {
            return kept;
        }
    }
}
