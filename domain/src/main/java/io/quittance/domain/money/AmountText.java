package io.quittance.domain.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of an amount that was judged before any number was made of it: ASCII digits and at most one dot between
 * them. Twelve characters such as {@code 1e1000000000} would parse at once and then keep a processor busy for hours.
 */
public record AmountText(String text) {
    /** The longest amount that a page of the provider allows (capture notification, field amount). */
    public static final int MAX_CHARACTERS = 1024;

    /** What {@link #of} expects, for a message. */
    public static final String EXPECTED = "digits with at most one dot between them, as 100.50";

    /** No more digits than any amount has that we can keep, so that it is cheap to read. */
    private static final Pattern WITH_EXPONENT = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?[eE]\\+?[0-9]{1,2}");

    public AmountText {
        if (!plain(text)) {
            throw new IllegalArgumentException("amount (expected: " + EXPECTED + ")");
        }
    }

    /** The text if it is an amount; empty if it has a sign, an exponent, blanks, separators or too many characters. */
    public static Optional<AmountText> of(String text) {
        return plain(text) ? Optional.of(new AmountText(text)) : Optional.empty();
    }

    /**
     * A number as JSON writes it, without the exponent that Java clients give to whole amounts: {@code 1E+2} is 100. Any
     * other number as it is, to be judged by {@link #of}.
     */
    public static String ofNumber(String number) {
        if (!WITH_EXPONENT.matcher(number).matches()) {
            return number;
        }
        BigDecimal value = new BigDecimal(number).stripTrailingZeros();
        return value.scale() <= 0 ? value.toPlainString() : number;
    }

    public BigDecimal value() {
        return new BigDecimal(text);
    }

    private static boolean plain(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
            return false;
        }
        int dot = text.indexOf('.');
        return dot != 0
                && dot != text.length() - 1
                && dot == text.lastIndexOf('.')
                && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
