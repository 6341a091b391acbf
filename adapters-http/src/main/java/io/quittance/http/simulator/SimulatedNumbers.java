package io.quittance.http.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as the pages show them, {@code 20230806235954ED7856775040587834005}: the time in UTC, letters, 19 digits. */
final class SimulatedNumbers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LETTERS = "SM";
    private static final long DIGITS_19 = 1_000_000_000_000_000_000L;

    private final SecureRandom random;

    SimulatedNumbers(SecureRandom random) {
        this.random = random;
    }

    /** The first digit is not zero, so that no reader takes it for a shorter number. */
    String next(Instant now) {
        return TIME.format(now) + LETTERS + random.nextLong(DIGITS_19, Long.MAX_VALUE);
    }
}
