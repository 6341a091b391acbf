package io.quittance.persistence.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * A time as it is sent to a DATETIME(6) column: as text, in UTC, to the microsecond, what is finer cut off.
 *
 * <p>Drivers decide too much about times of their own types. MySQL's sends no fraction to a server that it takes for older
 * than 5.6.4, and every MariaDB 10.x says that it is 5.5.5; others move a time through time zones. Text is the same to all
 * three databases, and compared with a column it is read as a time once, so indexes are used.
 */
public final class UtcText {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 6, 6, true)
            .toFormatter();

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private UtcText() {}

    public static String of(Instant time) {
        return WRITTEN.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Reads what a database writes, which leaves zeros out as it likes. */
    public static Instant parse(String text) {
        return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
    }
}
