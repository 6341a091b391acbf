package io.quittance.http.payerpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The payer's language")
class TongueTest {
    @Test
    void says_everything_in_each_language_and_in_its_own_words() {
        Set<String> english = new TreeSet<>(Tongue.of("en", "US").words().keySet());
        Set<String> titles = new HashSet<>();
        for (String language : Tongue.LANGUAGES) {
            Tongue tongue = Tongue.of(language, "US");

            assertEquals(english, new TreeSet<>(tongue.words().keySet()), language);
            for (String key : english) {
                assertFalse(tongue.word(key).isBlank(), language + " " + key);
                assertEquals(
                        Tongue.of("en", "US").word(key).contains("{0}"),
                        tongue.word(key).contains("{0}"),
                        language + " " + key);
            }
            titles.add(tongue.word("expired.title"));
        }
        assertEquals(Tongue.LANGUAGES.size(), titles.size());
    }

    @ParameterizedTest(name = "{0} is shown in {1}")
    @CsvSource({
        "en, en, ltr",
        "ar, ar, rtl",
        "ar-EG, ar, rtl",
        "pt_BR, pt, ltr",
        "zh-TW, zh, ltr",
        "ID, id, ltr",
        "'', en, ltr",
        "xx, en, ltr",
        "de, en, ltr",
        "<b>, en, ltr",
        "' es ', es, ltr"
    })
    void falls_back_to_english(String asked, String spoken, String direction) {
        assertEquals(spoken, Tongue.of(asked, "ID").language());
        assertEquals(direction, Tongue.of(asked, "ID").direction());
    }

    @ParameterizedTest(name = "{2} {3} for {0} in {1}")
    @CsvSource({
        "en, US, 1234.5, USD, '$1,234.50'",
        "id, ID, 40000, IDR, 'Rp40.000'",
        "ja, JP, 500, JPY, '￥500'",
        "pt, BR, 1234.5, BRL, 'R$ 1.234,50'",
        "zh, CN, 399, CNY, '¥399.00'",
        "ko, KR, 10000, KRW, '₩10,000'",
        "en, US, 10.125, KWD, 'KWD10.125'"
    })
    void writes_amounts_as_the_payers_country_does(
            String language, String country, String amount, String currency, String shown) {
        String text = Tongue.of(language, country).amount(Money.of(amount, currency));

        assertEquals(shown, text.replace('\u00a0', ' '));
    }

    @Test
    void writes_amounts_in_currencies_that_the_platform_does_not_know() {
        assertFalse(Tongue.of("en", "ZW").amount(Money.of("7.5", "ZWG")).isBlank());
    }

    @Test
    void says_in_which_zone_its_times_are() {
        assertEquals(
                "March 2, 2026, 12:00 PM UTC",
                Tongue.of("en", "US")
                        .time(Instant.parse("2026-03-02T12:00:00Z"))
                        .replace('\u202f', ' ')
                        .replace(" at ", ", "));
    }
}
