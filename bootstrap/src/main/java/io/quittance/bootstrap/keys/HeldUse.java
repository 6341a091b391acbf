package io.quittance.bootstrap.keys;

import io.quittance.domain.key.Term;
import io.quittance.http.signing.HeldKey;
import java.util.Objects;

/**
 * A private key that is kept elsewhere, and what this instance needs it for.
 *
 * @param whose as {@code the gateway's own key}
 */
public record HeldUse(String whose, HeldKey key, Term term) {
    public HeldUse {
        Objects.requireNonNull(whose, "whose");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(term, "term");
    }
}
