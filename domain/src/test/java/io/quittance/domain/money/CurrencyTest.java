package io.quittance.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A currency")
class CurrencyTest {
    @ParameterizedTest
    @CsvSource({
        "USD, 2",
        "EUR, 2",
        "SAR, 2",
        "AED, 2",
        "PHP, 2", // as everywhere
        "JPY, 0",
        "KRW, 0",
        "VND, 0",
        "CLP, 0",
        "XOF, 0", // none anywhere
        "IDR, 0",
        "TWD, 0",
        "PKR, 0",
        "COP, 0", // none at PayerMax, two in ISO 4217
        "BHD, 2",
        "KWD, 2",
        "JOD, 2",
        "OMR, 2",
        "TND, 2" // two at PayerMax, three in ISO 4217
    })
    void has_the_decimals_that_payermax_settles(String code, int decimals) {
        assertEquals(decimals, new Currency(code).decimals());
        assertEquals(Optional.of(new Currency(code)), Currency.of(code));
    }

    @Test
    void of_every_country_is_known() {
        List<String> unknown = Arrays.stream(Locale.getISOCountries())
                .map(country -> java.util.Currency.getInstance(Locale.of("", country)))
                .filter(Objects::nonNull) // some, as Antarctica, have none
                .map(java.util.Currency::getCurrencyCode)
                .filter(code -> Currency.of(code).isEmpty())
                .toList();

        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "US", "USDD", "usd", "Usd", " USD", "USD ", "ABC", "840", "XXX", "XTS", "XAU", "\uFF35SD"})
    void is_no_other_text(String text) {
        assertEquals(Optional.empty(), Currency.of(text));
        assertThrows(IllegalArgumentException.class, () -> new Currency(text));
    }

    @Test
    void is_written_as_its_code() {
        assertEquals("USD", new Currency("USD").toString());
    }
}
