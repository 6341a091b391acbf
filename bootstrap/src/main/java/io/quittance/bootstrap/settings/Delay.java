package io.quittance.bootstrap.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it: {@code 200ms}, {@code 2s}, {@code 5m}, or as ISO 8601 does: {@code PT2S}. */
final class Delay {
    private static final Duration MOST = Duration.ofDays(1);
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h)");

    private Delay() {}

    /** Empty for what is none, is negative or takes longer than a day. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        return (matcher.matches() ? Optional.of(of(matcher)) : iso(text))
                .filter(delay -> !delay.isNegative() && delay.compareTo(MOST) <= 0);
    }

    private static Duration of(Matcher matcher) {
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
