package io.quittance.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Money")
class MoneyTest {
    private static final Currency USD = new Currency("USD");

    @Nested
    class Is_equal {
        @Test
        void by_value_whatever_zeros_it_was_written_with() {
            assertEquals(Money.of("100.5", "USD"), Money.of("100.50", "USD"));
            assertEquals(
                    Money.of("100.5", "USD").hashCode(),
                    Money.of("0100.50000000", "USD").hashCode());
            assertEquals(Money.of("0", "USD"), new Money(new BigDecimal("0E+3"), USD));
            assertEquals(Money.of("1000", "USD"), new Money(new BigDecimal("1E+3"), USD));
        }

        @Test
        void in_the_same_currency_only() {
            assertNotEquals(Money.of("1", "USD"), Money.of("1", "EUR"));
        }
    }

    @Nested
    class Is_kept {
        @Test
        void when_it_is_zero_as_fees_may_be() {
            assertEquals(0, Money.of("0", "USD").amount().signum());
        }

        @Test
        void to_eight_decimals_and_thirty_digits_before_them() {
            String most = "9".repeat(30) + "." + "9".repeat(8);

            assertEquals(new BigDecimal(most), Money.of(most, "USD").amount());
        }

        @Test
        void with_any_number_of_zeros_behind_them() {
            assertEquals(Money.of("1.00000001", "USD"), Money.of("1.00000001" + "0".repeat(500), "USD"));
            assertEquals(Money.of("1", "USD"), Money.of("0".repeat(500) + "1", "USD"));
        }
    }

    @Nested
    class Is_refused {
        @Test
        void when_it_is_negative() {
            String message = assertThrows(IllegalArgumentException.class, () -> new Money(new BigDecimal("-0.01"), USD))
                    .getMessage();

            assertEquals("amount: -0.01 (expected: >= 0)", message);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0.000000001",
                    "1000000000000000000000000000000",
                    "1E+30",
                    "1E-9",
                    "1E+1000000000",
                    "1E-1000000000"
                })
        void when_it_could_not_be_kept_exactly(String amount) {
            BigDecimal value = new BigDecimal(amount);

            assertFalse(Money.fits(value));
            assertThrows(IllegalArgumentException.class, () -> new Money(value, USD));
        }

        @Test
        void without_a_currency() {
            assertThrows(NullPointerException.class, () -> new Money(BigDecimal.ONE, null));
        }
    }

    @Nested
    class May_be_asked_for {
        @ParameterizedTest
        @CsvSource({
            "0.01, USD",
            "1.5, USD",
            "1.50, USD",
            "1.500, USD",
            "1, JPY",
            "1.0, JPY",
            "1.00000, IDR",
            "0.25, BHD",
            "0.250, BHD",
            "999999999999.99, EUR"
        })
        void when_it_is_above_zero_and_has_no_more_decimals_than_its_currency(String amount, String currency) {
            assertTrue(Money.of(amount, currency).payable());
        }

        @ParameterizedTest
        @CsvSource({"0, USD", "0.00, USD", "0.001, USD", "1.005, USD", "0.1, JPY", "1.01, IDR", "0.251, BHD"})
        void and_not_otherwise(String amount, String currency) {
            assertFalse(Money.of(amount, currency).payable());
        }
    }

    @Nested
    class Is_written {
        @ParameterizedTest
        @CsvSource({
            "100, USD, 100.00",
            "100.5, USD, 100.50",
            "100.555, USD, 100.555",
            "100.00000001, USD, 100.00000001",
            "100, JPY, 100",
            "100.0, JPY, 100",
            "100.5, JPY, 100.5",
            "0, BHD, 0.00",
            "123456789012345678901234567890, IDR, 123456789012345678901234567890"
        })
        void with_its_currencys_decimals_and_more_only_where_it_has_more(String amount, String currency, String text) {
            assertEquals(text, Money.of(amount, currency).text());
            assertEquals(text + " " + currency, Money.of(amount, currency).toString());
        }
    }

    @Nested
    class Is_added {
        @Test
        void exactly() {
            assertEquals(Money.of("0.3", "USD"), Money.of("0.1", "USD").plus(Money.of("0.2", "USD")));
        }

        @Test
        void to_the_same_currency_only() {
            Money dollar = Money.of("1", "USD");
            Money euro = Money.of("1", "EUR");

            assertThrows(IllegalArgumentException.class, () -> dollar.plus(euro));
        }
    }
}
