package io.quittance.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of an amount")
class AmountTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1", "100", "100.50", "0.00000001", "007", "0.0", "00.10", "123456789012345678901234567890"
            })
    void is_digits_with_at_most_one_dot_between_them(String text) {
        assertEquals(new BigDecimal(text), AmountText.of(text).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({
        "1E+2, 100",
        "1e2, 100",
        "1.5E+3, 1500",
        "1.5E1, 15",
        "1E0, 1",
        "1.0E7, 10000000",
        "100, 100",
        "0.10, 0.10"
    })
    void is_made_of_a_number_with_an_exponent_that_is_a_whole_amount(String number, String plain) {
        assertEquals(plain, AmountText.ofNumber(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E-2", "1.55E1", "1E100", "1E+1000000000", "-1E2", "1E", "1234567890123456789012345678901E1"})
    void is_not_made_of_any_other_number(String number) {
        assertEquals(Optional.empty(), AmountText.of(AmountText.ofNumber(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".5",
                "5.",
                "1.2.3",
                "1..2",
                "-1",
                "+1",
                "-0",
                "1-",
                "1e5",
                "1E5",
                "1e1000000000",
                "1e-1000000000",
                "0x10",
                "1_000",
                "1,000",
                "1,5",
                "1'000",
                "1 000",
                " 1",
                "1 ",
                "1\t",
                "\n1",
                "1\u00A0",
                "1\u0000",
                "NaN",
                "Infinity",
                "1f",
                "1d",
                "1L",
                "$1",
                "1USD",
                "null",
                "one",
                "\"1\"",
                "\u0661\u0662", // Arabic digits
                "\u0967", // a Devanagari digit
                "\uFF11\uFF12", // full-width digits
                "\u00B2", // superscript two
                "\u2167", // Roman eight
                "\uD835\uDFCF", // mathematical bold one
                "1\uFF0E5", // full-width full stop
                "\u22121", // minus sign
                "1\u200B"
            })
    void is_nothing_else(String text) {
        assertEquals(Optional.empty(), AmountText.of(text));
        assertThrows(IllegalArgumentException.class, () -> new AmountText(text));
    }

    @Test
    void has_at_most_1024_characters() {
        String longest = "9".repeat(1022) + ".9";

        assertEquals(
                new BigDecimal(longest), AmountText.of(longest).orElseThrow().value());
        assertEquals(Optional.empty(), AmountText.of("9" + longest));
        assertEquals(Optional.empty(), AmountText.of("0".repeat(1025)));
    }

    @Test
    void is_refused_before_any_number_is_made_of_it() {
        assertEquals(Optional.empty(), AmountText.of("9".repeat(50_000_000)));
        assertEquals(Optional.empty(), AmountText.of("1e" + "9".repeat(1_000)));
    }

    @Test
    void is_not_repeated_in_the_message_that_refuses_it() {
        String message = assertThrows(IllegalArgumentException.class, () -> new AmountText("4111111111111111x"))
                .getMessage();

        assertFalse(message.contains("4111"), message);
        assertEquals("amount (expected: digits with at most one dot between them, as 100.50)", message);
    }
}
