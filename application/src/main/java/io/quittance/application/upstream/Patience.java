package io.quittance.application.upstream;

import java.time.Duration;

/**
 * How long upstream is given while a merchant waits for our answer. PayerMax's own Java client gives a call up after
 * 10.0 s, whatever it is about; what upstream says must be kept, signed and sent before that, or the merchant never
 * learns of it.
 */
public final class Patience {
    /** One call, from its beginning to the last byte of its answer. */
    public static final Duration CALL = Duration.ofSeconds(8);

    /** What the first of two calls may take: behind a slower one no time is left for the second. */
    public static final Duration QUICK = Duration.ofSeconds(1);

    private Patience() {}
}
