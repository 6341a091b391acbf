package io.quittance.application.retention;

import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Behind it orders are old: they came in that month or before, and nothing has happened to them since.
 *
 * @param last the last month that lies behind it whole
 * @param before what happened at that time or later is no old thing
 */
public record Horizon(YearMonth last, Instant before) {
    public Horizon {
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(before, "before");
    }

    static Horizon of(Period kept, Instant now) {
        Instant before = Keeping.back(kept, now);
        return new Horizon(YearMonth.from(before.atOffset(ZoneOffset.UTC)).minusMonths(1), before);
    }
}
