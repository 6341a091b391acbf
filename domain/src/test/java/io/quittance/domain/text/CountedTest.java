package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is counted")
class CountedTest {
    @Test
    void is_called_by_its_number() {
        assertEquals("0 orders", Counted.of(0, "order"));
        assertEquals("1 order", Counted.of(1, "order"));
        assertEquals("2 orders", Counted.of(2, "order"));
        assertEquals("1 delivery", Counted.of(1, "delivery", "deliveries"));
        assertEquals("3 deliveries", Counted.of(3, "delivery", "deliveries"));
    }
}
