package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A text is no time, or one that is written and read again as the same. */
public final class TimesFuzz {
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        WireTime.request(text)
                .map(at -> at.truncatedTo(ChronoUnit.MILLIS))
                .filter(TimesFuzz::isPlain)
                .ifPresent(at -> assertEquals(Optional.of(at), WireTime.request(WireTime.millis(at))));
        WireTime.upstream(new Json.Str(text)).ifPresent(TimesFuzz::check);
        WireTime.upstream(new Json.Num(text)).ifPresent(at -> {
            check(at);
            assertEquals(Optional.of(at), WireTime.upstream(new Json.Num(Long.toString(at.toEpochMilli()))));
        });
    }

    private static void check(Instant at) {
        assertFalse(at.isBefore(Instant.EPOCH) || at.isAfter(END), at::toString);
        assertEquals(Optional.of(at), WireTime.upstream(new Json.Str(WireTime.millis(at))));
        assertEquals(
                Optional.of(at.truncatedTo(ChronoUnit.SECONDS)), WireTime.upstream(new Json.Str(WireTime.seconds(at))));
    }

    /** An offset may lead out of the years that have four digits; a request of such a time is refused as too old or too new. */
    private static boolean isPlain(Instant at) {
        return !at.isBefore(Instant.parse("0000-01-01T00:00:00Z")) && !at.isAfter(END);
    }
}
