package io.quittance.domain.text;

import java.util.Optional;

/**
 * What may stand in a text field of the protocol. One rule for all identifiers, because databases disagree about blanks
 * at the end and about control characters: what one treats as equal another keeps apart, so neither gets in.
 */
public final class ProtocolText {
    private ProtocolText() {}

    /**
     * What is wrong with an identifier, said as what was expected; empty if nothing is.
     *
     * @param max the most characters (code points) allowed
     */
    public static Optional<String> fault(String value, int max) {
        if (value.isEmpty()) {
            return Optional.of("1 to " + max + " characters");
        }
        if (value.codePointCount(0, value.length()) > max) {
            return Optional.of("at most " + max + " characters");
        }
        if (blank(value.codePointBefore(value.length())) || blank(value.codePointAt(0))) {
            return Optional.of("no blanks at the ends");
        }
        if (value.codePoints().anyMatch(ProtocolText::unprintable)) {
            return Optional.of("no control characters");
        }
        return Optional.empty();
    }

    /**
     * The value itself if it may stand in that field.
     *
     * @throws IllegalArgumentException if it may not
     */
    public static String require(String field, String value, int max) {
        fault(value, max).ifPresent(expected -> {
            throw new IllegalArgumentException(field + ": '" + excerpt(value) + "' (expected: " + expected + ")");
        });
        return value;
    }

    /**
     * The same without regard to the case of the letters A to Z, as PayerMax compares order numbers. Only theirs: what is
     * one letter in two cases beyond them depends on language and on the release of Unicode, and may change the length.
     */
    public static String folded(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        value.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return folded.toString();
    }

    /**
     * Enough of a value to recognise it in a message, never all of a long one, never what would break a log line, and no {@link
     * CardNumbers card number}.
     */
    public static String excerpt(String quoted) {
        String value = CardNumbers.masked(quoted);
        int most = 40;
        if (value.codePointCount(0, value.length()) <= most) {
            return printable(value);
        }
        return printable(value.substring(0, value.offsetByCodePoints(0, most))) + "...";
    }

    /** The same text with a replacement character wherever one stood that would break a line or a database. */
    public static String printable(String value) {
        StringBuilder shown = new StringBuilder(value.length());
        value.codePoints().forEach(point -> shown.appendCodePoint(unprintable(point) ? '\uFFFD' : point));
        return shown.toString();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean unprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
