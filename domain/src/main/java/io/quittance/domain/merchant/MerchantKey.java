package io.quittance.domain.merchant;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A public key that a merchant signs with, and while it counts.
 *
 * @param id the key's fingerprint: SHA-256 of its X.509 form, 64 hexadecimal characters
 * @param until the first instant at which it counts no more; empty for no end
 */
public record MerchantKey(String id, PublicKey key, Instant from, Optional<Instant> until) {
    /** For a key that is to count at once: by every clock, as those of several instances differ. */
    public static final Instant ALWAYS = Instant.EPOCH;

    public MerchantKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(from, "from");
    }

    public boolean countsAt(Instant now) {
        return !now.isBefore(from) && until.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
