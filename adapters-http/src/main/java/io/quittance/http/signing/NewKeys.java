package io.quittance.http.signing;

import io.quittance.domain.text.Flaw;
import io.quittance.http.signing.KeyOwners.Sort;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keys that a person registers. They are judged now; those that are kept already are taken as they are, as orders hang on them. */
public final class NewKeys {
    private final KeyOwners owners;

    public NewKeys(KeyOwners owners) {
        this.owners = Objects.requireNonNull(owners, "owners");
    }

    /**
     * What an app signs with. It may be ours towards an acquirer: of one that had an account there before it came to us.
     *
     * @throws IllegalArgumentException if it cannot be taken: what it should be, and why; without a byte of it
     */
    public PublicKey readPublic(String text) {
        return nobodys(text, Set.of(Sort.HOUSE, Sort.APP, Sort.ACQUIRER));
    }

    /**
     * What an acquirer signs with. Several accounts may have the same.
     *
     * @param others what stands in the same form or account, by whose it is: {@code our own}
     * @throws IllegalArgumentException as {@link #readPublic}
     */
    public PublicKey readTheirs(String text, Map<String, PublicKey> others) {
        PublicKey key = nobodys(text, Set.of(Sort.HOUSE, Sort.APP, Sort.OURS));
        refuse(
                Pem.PUBLIC,
                others.entrySet().stream()
                        .filter(one -> Rsa.isSame(one.getValue(), key))
                        .findFirst()
                        .map(one -> flaw(one.getKey())));
        return key;
    }

    private PublicKey nobodys(String text, Set<Sort> others) {
        PublicKey key = Pem.readPublic(text);
        RSAPublicKey numbers = (RSAPublicKey) key;
        refuse(Pem.PUBLIC, KeyFlaws.weak(numbers.getModulus(), numbers.getPublicExponent()));
        refuse(Pem.PUBLIC, owners.of(key, others).map(NewKeys::flaw));
        return key;
    }

    private static Flaw flaw(String whose) {
        return new Flaw("it is " + whose, "one that nobody else signs with");
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

    /**
     * What we sign with towards an acquirer. It may be an app's: of one that had an account with the acquirer before it came to us.
     *
     * @throws IllegalArgumentException as {@link #readPrivate}, also if it is the gateway's, the simulator's or an acquirer's
     */
    public PrivateKey readOurs(String text) {
        PrivateKey key = readPrivate(text);
        Optional<String> other = owners.of(Rsa.publicOf(key), Set.of(Sort.HOUSE, Sort.ACQUIRER));
        refuse(Pem.PRIVATE, other.map(NewKeys::flaw));
        return key;
    }

    private static void refuse(String what, Optional<Flaw> flaw) {
        flaw.ifPresent(found -> {
            throw Pem.refusal(what, found);
        });
    }
}
