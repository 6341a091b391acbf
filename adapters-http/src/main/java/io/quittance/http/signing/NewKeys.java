package io.quittance.http.signing;

import io.quittance.domain.text.Flaw;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;
import java.util.Optional;

/** Keys that a person registers. They are judged now; those that are kept already are taken as they are, as orders hang on them. */
public final class NewKeys {
    private final KeyOwners owners;

    public NewKeys(KeyOwners owners) {
        this.owners = Objects.requireNonNull(owners, "owners");
    }

    /** What others sign with. @throws IllegalArgumentException if it cannot be taken: what it should be, and why; without a byte of it */
    public PublicKey readPublic(String text) {
        PublicKey key = Pem.readPublic(text);
        RSAPublicKey numbers = (RSAPublicKey) key;
        refuse(Pem.PUBLIC, KeyFlaws.weak(numbers.getModulus(), numbers.getPublicExponent()));
        refuse(Pem.PUBLIC, owners.of(key).map(whose -> new Flaw("it is " + whose, "one that nobody else signs with")));
        return key;
    }

    /**
     * What we sign with.
     *
     * @param text the key, or a {@link KeyReference} to it
     * @throws IllegalArgumentException if it cannot be taken: what it should be, and why; without a byte of it
     */
    public PrivateKey readPrivate(String text) {
        PrivateKey key = KeyReference.of(text).<PrivateKey>map(HeldKey::look).orElseGet(() -> Pem.readPrivate(text));
        RSAPublicKey numbers = (RSAPublicKey) Rsa.publicOf(key);
        refuse(Pem.PRIVATE, KeyFlaws.weak(numbers.getModulus(), numbers.getPublicExponent()));
        return key;
    }

    private static void refuse(String what, Optional<Flaw> flaw) {
        flaw.ifPresent(found -> {
            throw Pem.refusal(what, found);
        });
    }
}
