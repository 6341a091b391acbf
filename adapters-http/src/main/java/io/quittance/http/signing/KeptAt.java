package io.quittance.http.signing;

import io.quittance.domain.key.KeyRing;
import io.quittance.domain.text.Flaw;
import java.security.PrivateKey;
import java.util.Objects;
import java.util.Optional;

/**
 * Where one of our private keys is kept.
 *
 * @param words {@link #DATABASE}, {@link #FILE}, or a reference without where its password is
 */
public record KeptAt(String words) {
    public static final KeptAt DATABASE = new KeptAt("database");

    /** The key file of each instance. */
    public static final KeptAt FILE = new KeptAt("key file");

    public KeptAt {
        Objects.requireNonNull(words, "words");
    }

    /** Of one that is registered. */
    public static KeptAt of(PrivateKey key) {
        return elsewhere(key).orElse(DATABASE);
    }

    /** Of the one that each instance has by itself. */
    public static KeptAt ofOwn(PrivateKey key) {
        return elsewhere(key).orElse(FILE);
    }

    private static Optional<KeptAt> elsewhere(PrivateKey key) {
        return key instanceof HeldKey held
                ? Optional.of(new KeptAt(held.reference().place()))
                : Optional.empty();
    }

    /** Why one key cannot take another's place: only the same can. @param id fingerprint of the public key that is known */
    public static Optional<Flaw> moved(String id, PrivateKey to) {
        String other = Rsa.pairId(to);
        return other.equals(id)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "what is there is the private key of " + KeyRing.shown(other),
                        "that of " + KeyRing.shown(id) + "; another one is added by 'quittance key add'"));
    }
}
