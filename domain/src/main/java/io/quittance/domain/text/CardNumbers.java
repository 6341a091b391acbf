package io.quittance.domain.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like the number of a card, by its length and its check digit: 12 to 19 digits, one blank or hyphen between any
 * two of them, no digit directly before or behind. One number in ten of that length does, so a merchant's number of an order may be
 * hidden in a message; where it names the order it stays as it is. Numbers in the form of ours and of upstream's, which begin with
 * a time that is none of any card, stay whole everywhere.
 */
public final class CardNumbers {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 19;

    /** Enough to tell two cards apart, as receipts show them. */
    private static final int SHOWN = 4;

    /** As {@code 20230806235954ED7856775040587834005}: a time to the second, two letters, 19 digits. */
    private static final Pattern ORDER =
            Pattern.compile("20\\d\\d[01]\\d[0-3]\\d[0-2]\\d[0-5]\\d[0-5]\\d[A-Z]{2}\\d{19}(?!\\d)");

    private CardNumbers() {}

    /** The same text with {@code *} for all digits but the last four of whatever looks like one; others as they are. */
    public static String masked(String text) {
        StringBuilder masked = null;
        for (int start = 0; start < text.length(); start++) {
            if (!digit(text, start) || digit(text, start - 1)) {
                continue;
            }
            Matcher order = ORDER.matcher(text).region(start, text.length());
            if (order.lookingAt()) {
                start = order.end() - 1;
                continue;
            }
            int end = end(text, start);
            if (end > start) {
                masked = masked == null ? new StringBuilder(text) : masked;
                mask(masked, start, end);
                start = end - 1;
            }
        }
        return masked == null ? text : masked.toString();
    }

    /**
     * Whether what was kept begins with that text, where digits may have been hidden then that would not be hidden now: what looks
     * like one is not the same in all versions.
     */
    public static boolean begins(String kept, String text) {
        if (kept.length() < text.length()) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char was = kept.charAt(at);
            if (was != text.charAt(at) && !(was == '*' && digit(text, at))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of it is one, written without anything between the digits. */
    public static boolean isOne(String digits) {
        return !digits.isEmpty() && digit(digits, 0) && count(digits) == digits.length() && checks(digits);
    }

    /** Behind the longest one that begins there; {@code start} if none does. */
    private static int end(String text, int start) {
        StringBuilder digits = new StringBuilder();
        int end = start;
        int at = start;
        while (at < text.length() && digits.length() <= LONGEST) {
            if (digit(text, at)) {
                digits.append(text.charAt(at));
                if (!digit(text, at + 1) && checks(digits)) {
                    end = at + 1;
                }
            } else if (!between(text, at)) {
                break;
            }
            at++;
        }
        return end;
    }

    private static boolean between(String text, int at) {
        char c = text.charAt(at);
        return (c == ' ' || c == '-') && digit(text, at + 1);
    }

    private static void mask(StringBuilder text, int start, int end) {
        int left = count(text.substring(start, end)) - SHOWN;
        for (int at = start; left > 0; at++) {
            if (digit(text, at)) {
                text.setCharAt(at, '*');
                left--;
            }
        }
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    /** Luhn's check digit, over so many digits as cards have. */
    private static boolean checks(CharSequence digits) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean digit(CharSequence text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
