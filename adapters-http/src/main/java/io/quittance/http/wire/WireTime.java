package io.quittance.http.wire;

import io.quittance.http.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as the protocol writes them: every form that was seen is read, one form for each field is written. */
public final class WireTime {
    /** What {@link #request} expects, for a message. */
    public static final String EXPECTED = "a time as 2024-11-06T11:56:13.000+08:00";

    /** Clients write 0 to 9 digits of a second, and offsets with and without a colon: B1. */
    private static final Pattern RFC_3339 =
            Pattern.compile("([0-9-]{10})T([0-9:]{8})(?:\\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:?[0-9]{2})");

    private static final Pattern BLANK_BEFORE_OFFSET =
            Pattern.compile("([0-9-]{10})T([0-9:]{8})(?:\\.([0-9]{1,9}))? ([+-][0-9]{2}:?[0-9]{2})");

    private static final Pattern WITHOUT_ZONE = Pattern.compile("([0-9-]{10}) ([0-9:]{8})()()");
    private static final Pattern EPOCH_MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    /** Databases end there. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** The time of a request, in RFC 3339, as exact as it was written; empty if it is in another form. */
    public static Optional<Instant> request(String text) {
        return read(RFC_3339.matcher(text));
    }

    /**
     * A time in a message from upstream, in whole milliseconds; every form of the documents, see B2 to B10.
     *
     * @return empty if it is in no such form, or outside the years 1970 to 9999
     */
    public static Optional<Instant> upstream(Json value) {
        return switch (value) {
            case Json.Str(var text) ->
                kept(read(RFC_3339.matcher(text))
                        .or(() -> read(BLANK_BEFORE_OFFSET.matcher(text)))
                        .or(() -> read(WITHOUT_ZONE.matcher(text))));
            case Json.Num(var text)
            when EPOCH_MILLISECONDS.matcher(text).matches() ->
                kept(Optional.of(Instant.ofEpochMilli(Long.parseLong(text))));
            case Json.Num _, Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
        };
    }

    /** {@code requestTime} and {@code notifyTime}: RFC 3339 with milliseconds, UTC: B2. */
    public static String millis(Instant time) {
        return MILLIS.format(time);
    }

    /** The times of a capture, as {@code 2023-08-06T23:50:59 +0000}: B4, the samples are the only evidence. */
    public static String seconds(Instant time) {
        return SECONDS.format(time);
    }

    /** Groups of every pattern: date, time, fraction, offset; no offset is UTC. */
    private static Optional<Instant> read(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String fraction = matcher.group(3) == null ? "" : matcher.group(3);
            int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
            String offset = matcher.group(4).isEmpty() ? "Z" : matcher.group(4);
            return Optional.of(LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2))
                    .withNano(nanos)
                    .toInstant(ZoneOffset.of(offset)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> kept(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                .filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(END));
    }
}
