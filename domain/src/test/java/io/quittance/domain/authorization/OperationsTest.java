package io.quittance.domain.authorization;

import static io.quittance.domain.authorization.Wishes.USD;
import static io.quittance.domain.authorization.Wishes.failed;
import static io.quittance.domain.authorization.Wishes.last;
import static io.quittance.domain.authorization.Wishes.part;
import static io.quittance.domain.authorization.Wishes.release;
import static io.quittance.domain.authorization.Wishes.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was asked of an authorized order")
class OperationsTest {
    private static Captures captures(int count, boolean last, boolean otherCurrency, String sum) {
        return new Captures(count, last, otherCurrency, new BigDecimal(sum));
    }

    @Test
    void is_summed_by_how_it_stands_and_what_failed_is_in_no_sum() {
        Operations all = Wishes.all(List.of(
                part("0.01"),
                part("0.02"),
                succeeded(part("10")),
                succeeded(last("20.50")),
                failed(last("99")),
                release(),
                succeeded(release()),
                succeeded(release()),
                failed(release())));

        assertEquals(
                new Operations(USD, captures(2, false, false, "0.03"), captures(2, true, false, "30.5"), 1, 2), all);
    }

    @Test
    void in_another_currency_is_marked_and_in_no_sum() {
        Operations all = Wishes.all(List.of(
                Wishes.collect(Money.of("7", "EUR"), false), succeeded(Wishes.collect(Money.of("8", "EUR"), true))));

        assertEquals(new Operations(USD, captures(1, false, true, "0"), captures(1, true, true, "0"), 0, 0), all);
    }

    @Test
    void may_come_to_more_than_any_amount_can_have() {
        String most = "9".repeat(Money.MAX_INTEGER_DIGITS) + "." + "9".repeat(Money.MAX_DECIMALS);

        Operations all = Wishes.all(List.of(part(most), part(most)));

        assertEquals(
                new BigDecimal(most).multiply(BigDecimal.TWO), all.pending().sum());
    }

    @Test
    void cannot_be_less_than_nothing() {
        assertThrows(IllegalArgumentException.class, () -> captures(-1, false, false, "0"));
        assertThrows(IllegalArgumentException.class, () -> captures(1, false, false, "-0.01"));
        assertThrows(IllegalArgumentException.class, () -> captures(0, false, false, "0.01"));
        assertThrows(IllegalArgumentException.class, () -> captures(0, true, false, "0"));
        assertThrows(IllegalArgumentException.class, () -> captures(0, false, true, "0"));
        assertThrows(IllegalArgumentException.class, () -> new Operations(USD, Captures.NONE, Captures.NONE, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Operations(USD, Captures.NONE, Captures.NONE, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new CaptureAllowance(0));
    }
}
