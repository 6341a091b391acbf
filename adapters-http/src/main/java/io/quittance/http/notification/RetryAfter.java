package io.quittance.http.notification;

import io.quittance.application.notification.NotificationSender;
import io.quittance.http.outbound.Posted.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The header by which a receiver says how long it wants to be left alone: seconds, or a date of HTTP (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** "Too many requests" and "service unavailable". Behind others it speaks of something else, as of a redirection. */
    private static final Set<Integer> STATUSES = Set.of(429, 503);

    /** More digits are no time that anybody means. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** What the answer asks for, within the bounds of {@link NotificationSender}; empty for nonsense, too. */
    static Optional<Duration> of(Answered answered, Instant now) {
        if (!STATUSES.contains(answered.status())) {
            return Optional.empty();
        }
        // A date is one of the receiver's clock, which its answer shows.
        Instant there =
                answered.headers().only("Date").flatMap(RetryAfter::date).orElse(now);
        return answered.headers()
                .only("Retry-After")
                .map(String::strip)
                .flatMap(value -> SECONDS.matcher(value).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : date(value).map(then -> Duration.between(there, then)))
                .map(RetryAfter::bounded);
    }

    private static Duration bounded(Duration wish) {
        return Duration.ofSeconds(Math.clamp(
                wish.toSeconds(), NotificationSender.SOONEST.toSeconds(), NotificationSender.LATEST.toSeconds()));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
