package io.quittance.domain.merchant;

import io.quittance.domain.key.Term;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A public key that a merchant signs with, and while it counts.
 *
 * @param id the key's fingerprint: SHA-256 of its X.509 form, 64 hexadecimal characters
 */
public record MerchantKey(String id, PublicKey key, Term term) {
    public MerchantKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(term, "term");
    }

    public boolean countsAt(Instant now) {
        return term.countsAt(now);
    }
}
