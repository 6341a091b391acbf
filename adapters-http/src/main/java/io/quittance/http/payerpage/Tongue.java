package io.quittance.http.payerpage;

import io.quittance.domain.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * A language in which pages are written, and how people of a country who speak it write amounts and times.
 *
 * @param locale the language and the payer's country
 * @param words the page's texts in that language
 */
record Tongue(Locale locale, ResourceBundle words) {
    private static final String BUNDLE = "io.quittance.http.payerpage.page";

    /** Those that the page is translated into. */
    static final Set<String> LANGUAGES = Set.of("en", "zh", "id", "ar", "pt", "es", "th", "vi", "ja", "ko");

    /**
     * @param language as it was asked for, {@code zh}, {@code pt-BR} or {@code pt_BR}; English where we have no other
     * @param country two letters
     */
    static Tongue of(String language, String country) {
        String asked = Locale.forLanguageTag(language.strip().replace('_', '-')).getLanguage();
        String spoken = LANGUAGES.contains(asked) ? asked : "en";
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(spoken),
                Tongue.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Tongue(Locale.of(spoken, country), words);
    }

    String language() {
        return locale.getLanguage();
    }

    /** {@code ltr} or {@code rtl}. */
    String direction() {
        return language().equals("ar") ? "rtl" : "ltr";
    }

    String word(String key) {
        return words.getString(key);
    }

    /** A text with a place in it. */
    String word(String key, String filling) {
        return word(key).replace("{0}", filling);
    }

    /** An amount with its currency; all its decimals, and as many as its currency has. */
    String amount(Money money) {
        int decimals = Math.max(
                money.currency().decimals(), money.amount().stripTrailingZeros().scale());
        String code = money.currency().code();
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
        NumberFormat format = known ? NumberFormat.getCurrencyInstance(locale) : NumberFormat.getInstance(locale);
        if (known) {
            format.setCurrency(Currency.getInstance(code));
        }
        format.setMinimumFractionDigits(money.currency().decimals());
        format.setMaximumFractionDigits(decimals);
        return known ? format.format(money.amount()) : format.format(money.amount()) + " " + code;
    }

    /** A time to the minute, in UTC, and saying so. */
    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + " UTC";
    }
}
