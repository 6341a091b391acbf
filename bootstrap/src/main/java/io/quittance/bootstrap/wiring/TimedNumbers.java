package io.quittance.bootstrap.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers in the form of the pages' own, {@code 20230806235954ED7856775040587834005}: the time in UTC, two letters, 19
 * digits. The digits are random, so no two instances need to agree, and nobody can count our orders.
 */
final class TimedNumbers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** From here to the largest long, every number has 19 digits. */
    private static final long LEAST = 1_000_000_000_000_000_000L;

    private final String letters;
    private final SecureRandom random;
    private final InstantSource clock;
    private final OwnShards own;

    /** @param letters which kind of order it numbers */
    TimedNumbers(String letters, SecureRandom random, InstantSource clock, OwnShards own) {
        this.letters = letters;
        this.random = random;
        this.clock = clock;
        this.own = own;
    }

    /** A number that was never given before. */
    String next() {
        String beginning = TIME.format(clock.instant()) + letters;
        return own.draw(() -> beginning + random.nextLong(LEAST, Long.MAX_VALUE));
    }
}
