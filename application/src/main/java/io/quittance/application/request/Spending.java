package io.quittance.application.request;

import io.quittance.domain.text.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The use that a request's bytes were put to.
 *
 * @param digest SHA-256 of the bytes
 * @param use which API, 1 to {@link #MAX_USE} characters of ASCII
 * @param until when they may be forgotten, as by then they are too old for every API
 */
public record Spending(Bytes digest, String use, Instant until) {
    public static final int MAX_USE = 80;

    /**
     * A time may be 120 s ahead of our clock and 120 s behind it: so long may the same bytes come again; and a minute for
     * clocks of other instances that differ from ours.
     */
    public static final Duration KEPT = Duration.ofSeconds(300);

    public Spending {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(until, "until");
        if (use.isEmpty() || use.length() > MAX_USE) {
            throw new IllegalArgumentException("use: '" + use + "' (expected: 1 to " + MAX_USE + " characters)");
        }
    }

    public static Spending of(Bytes raw, String use, Instant now) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw.toArray());
            return new Spending(Bytes.of(digest), use, now.plus(KEPT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
