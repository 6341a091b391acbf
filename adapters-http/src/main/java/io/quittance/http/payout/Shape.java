package io.quittance.http.payout;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text must look like. */
interface Shape {
    boolean fits(String text);

    /** The same for a message. */
    String expected();

    static Shape oneOf(String... values) {
        return new OneOf(List.of(values));
    }

    /** A closed list of words. */
    record OneOf(List<String> words) implements Shape {
        @Override
        public boolean fits(String text) {
            return words.contains(text);
        }

        @Override
        public String expected() {
            return "one of " + String.join(", ", words);
        }
    }

    /** Shapes that several fields share. */
    enum Known implements Shape {
        ANYTHING("a text", _ -> true),
        ORDER_NUMBER("letters, digits and underscores", pattern("[A-Za-z0-9_]+")),
        COUNTRY("two capital letters, as ID", pattern("[A-Z]{2}")),
        CURRENCY("three capital letters, as USD", pattern("[A-Z]{3}")),
        DATE("a date as 1996-09-01", Known::date),
        DAYS("a whole number from 1 to 15", pattern("[1-9]|1[0-5]"));

        private final String expected;
        private final Predicate<String> fits;

        Known(String expected, Predicate<String> fits) {
            this.expected = expected;
            this.fits = fits;
        }

        @Override
        public boolean fits(String text) {
            return fits.test(text);
        }

        @Override
        public String expected() {
            return expected;
        }

        private static Predicate<String> pattern(String pattern) {
            return Pattern.compile(pattern).asMatchPredicate();
        }

        private static boolean date(String text) {
            try {
                return LocalDate.parse(text).toString().equals(text);
            } catch (DateTimeParseException _) {
                return false;
            }
        }
    }
}
