package io.quittance.bootstrap.settings;

import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long something is kept, as people write it: {@code 90d}, {@code 13m} for months, {@code 7y}, {@code never} for
 * what is never deleted. So many months end on the same day of the month, whatever their days.
 *
 * @param period empty for ever
 */
record KeptFor(Optional<Period> period) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\s*([dmy])");

    /** A month has at least as many, but for February. */
    private static final int DAYS_OF_A_MONTH = 30;

    /** Empty for what is none, or is too short. */
    static Optional<KeptFor> parse(String text, int leastDays) {
        String written = text.toLowerCase(Locale.ROOT);
        if (written.equals("never")) {
            return Optional.of(new KeptFor(Optional.empty()));
        }
        Matcher matcher = FORM.matcher(written);
        return matcher.matches()
                ? Optional.of(of(matcher))
                        .filter(period -> days(period) >= leastDays)
                        .map(period -> new KeptFor(Optional.of(period)))
                : Optional.empty();
    }

    private static Period of(Matcher matcher) {
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Period.ofDays(number);
            case "m" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    private static long days(Period period) {
        return period.toTotalMonths() * DAYS_OF_A_MONTH + period.getDays();
    }
}
