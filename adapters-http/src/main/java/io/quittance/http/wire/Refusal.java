package io.quittance.http.wire;

import io.quittance.domain.text.CardNumbers;
import io.quittance.domain.text.ProtocolText;

/** A message makes no sense: which field, what stands in it, and what was expected. */
public final class Refusal extends Exception {
    /** The longest {@code msg} that a page of the provider allows. */
    public static final int MAX_MESSAGE = 256;

    private static final long serialVersionUID = 1L;

    private final WireCode code;
    private final String field;
    private final String expected;

    /**
     * @param field its whole path, as {@code data.amount}
     * @param found what stands there, ready to be shown
     * @param expected in few words
     */
    private Refusal(WireCode code, String field, String found, String expected) {
        super(cut(CardNumbers.masked(field + ": " + found + " (expected: " + expected + ")")), null, false, false);
        this.code = code;
        this.field = CardNumbers.masked(field);
        this.expected = expected;
    }

    /** A value is wrong; long values are shown by their beginning only. */
    public static Refusal of(WireCode code, String field, String value, String expected) {
        return new Refusal(code, field, "'" + ProtocolText.excerpt(value) + "'", expected);
    }

    /** What is wrong cannot be shown, or should not be. @param found described in our own words, as {@code absent} */
    public static Refusal described(WireCode code, String field, String found, String expected) {
        return new Refusal(code, field, found, expected);
    }

    public WireCode code() {
        return code;
    }

    /** For the log, which must not show values; a name that somebody made up may be one. */
    public String field() {
        return field;
    }

    /** What was expected of the field, in few words of our own. */
    public String expected() {
        return expected;
    }

    private static String cut(String message) {
        return message.codePointCount(0, message.length()) <= MAX_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, MAX_MESSAGE));
    }
}
