package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One side of a payout")
class LegTest {
    private static Leg rated(String rate) {
        return new Leg(Optional.empty(), Optional.of(new BigDecimal(rate)), Optional.empty(), Optional.empty());
    }

    @Test
    void keeps_the_rate_of_the_legacy_page_exactly() {
        assertEquals(0, rated("14551.3328650147").rate().orElseThrow().compareTo(new BigDecimal("14551.3328650147")));
    }

    @Test
    void is_the_same_whatever_zeros_the_rate_was_written_with() {
        assertEquals(rated("1"), rated("1.0000000000"));
    }

    @Test
    void keeps_no_rate_that_would_lose_digits() {
        assertTrue(Leg.keeps(new BigDecimal("9".repeat(20) + "." + "9".repeat(18))));
        for (String wrong : new String[] {"9".repeat(21), "0." + "1".repeat(19), "-1"}) {
            assertFalse(Leg.keeps(new BigDecimal(wrong)), wrong);
            assertThrows(IllegalArgumentException.class, () -> rated(wrong));
        }
    }

    @Test
    void has_sums_that_are_exact_and_never_negative() {
        assertEquals(Sum.of(Money.of("1", "PHP")), Sum.of(Money.of("1.00", "PHP")));
        assertThrows(IllegalArgumentException.class, () -> new Sum(new BigDecimal("-0.01"), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Sum(new BigDecimal("0.000000001"), Optional.empty()));
    }
}
