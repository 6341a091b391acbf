package io.quittance.bootstrap.management;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as persons write them. */
public final class Ages {
    /** How they are written. */
    public static final String EXPECTED = "as 90s, 15m, 24h or 7d";

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

    private Ages() {}

    /** Empty if it is none. */
    public static Optional<Duration> read(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(age.group(1));
        return Optional.of(
                switch (age.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}
