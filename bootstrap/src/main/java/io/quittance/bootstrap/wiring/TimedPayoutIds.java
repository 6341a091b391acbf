package io.quittance.bootstrap.wiring;

import io.quittance.application.payout.PayoutIds;
import io.quittance.domain.payout.PayoutId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers in the form of the pages' own, {@code 20230308080847PO7777298223436669001}: the time in UTC, two letters, 19
 * digits. The digits are random, so no two instances need to agree, and nobody can count our payouts.
 */
final class TimedPayoutIds implements PayoutIds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LETTERS = "PO";

    /** From here to the largest long, every number has 19 digits. */
    private static final long LEAST = 1_000_000_000_000_000_000L;

    private final SecureRandom random;
    private final InstantSource clock;

    TimedPayoutIds(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public PayoutId next() {
        return new PayoutId(TIME.format(clock.instant()) + LETTERS + random.nextLong(LEAST, Long.MAX_VALUE));
    }
}
