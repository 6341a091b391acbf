package io.quittance.http.signing;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A private key that is kept elsewhere, known by its reference and its public key. It is looked for when it is needed first, and what
 * was found, or why nothing was, is remembered until somebody {@link #check checks}; whoever signs does not wait for a second look, but
 * if another key's token has had the library initialized anew.
 */
public final class HeldKey implements PrivateKey {
    private static final long serialVersionUID = 1L;

    /** In this process: several settings may name the same one. */
    private static final Map<KeyReference, Looked> LOOKED = new ConcurrentHashMap<>();

    private final transient KeyReference reference;
    private final transient PublicKey open;

    /**
     * @param flaw why there is nothing
     * @param age of the token's library before; zero where there is no token
     */
    private record Looked(Optional<FoundKey> found, String flaw, int age) {}

    /** It cannot be had here and now. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }

    public HeldKey(KeyReference reference, PublicKey open) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.open = Objects.requireNonNull(open, "open");
    }

    /** What is there now. @throws IllegalArgumentException as of {@link Pem}, naming what is wrong, if nothing can be used */
    public static HeldKey look(KeyReference reference) {
        int age = age(reference);
        FoundKey found = reference.look();
        LOOKED.put(reference, new Looked(Optional.of(found), "", age));
        return new HeldKey(reference, found.pair().getPublic());
    }

    public KeyReference reference() {
        return reference;
    }

    public PublicKey open() {
        return open;
    }

    /** Why that key cannot be had here, as far as is known without asking anybody; what is no such key always can. */
    public static Optional<String> flaw(PrivateKey key) {
        return key instanceof HeldKey held ? held.flaw() : Optional.empty();
    }

    private Optional<String> flaw() {
        return flaw(looked());
    }

    private Looked looked() {
        Looked known = LOOKED.get(reference);
        return known != null ? known : LOOKED.computeIfAbsent(reference, HeldKey::fresh);
    }

    private Optional<String> flaw(Looked looked) {
        if (looked.found().isEmpty()) {
            return Optional.of(looked.flaw());
        }
        return looked.found().get().pair().getPublic().equals(open)
                ? Optional.empty()
                : Optional.of("there is another private key at " + reference + " than was registered (expected: the one"
                        + " of the public key " + Rsa.keyId(open) + ", or its own reference)");
    }

    /**
     * Looks again where nothing was found, and whether what was still signs. A token that does not do it may have been taken away and
     * be back: what is open in its library is given up for that. May wait.
     *
     * @return why it cannot be had here, if so
     */
    public Optional<String> check() {
        Looked before = looked();
        Looked now = stillSigns(before) ? before : again(before);
        LOOKED.put(reference, now);
        return flaw(now);
    }

    /** Another key of the same library may have had it initialized anew already. */
    private Looked again(Looked before) {
        Looked now = fresh(reference);
        if (now.found().isPresent() || now.age() != before.age()) {
            return now;
        }
        reference.token().ifPresent(token -> token.renew(now.age()));
        return fresh(reference);
    }

    private static boolean stillSigns(Looked before) {
        try {
            return before.found().filter(FoundKey::signs).isPresent();
        } catch (FoundKey.Fault _) {
            return false;
        }
    }

    private static Looked fresh(KeyReference reference) {
        int age = age(reference);
        try {
            return new Looked(Optional.of(reference.look()), "", age);
        } catch (IllegalArgumentException e) {
            return new Looked(Optional.empty(), "there is no usable " + e.getMessage(), age);
        }
    }

    private static int age(KeyReference reference) {
        return reference.token().map(Token::age).orElse(0);
    }

    /** @throws Unavailable naming the reference and why, if it cannot be had or does not sign */
    byte[] sign(byte[] body) {
        for (Looked looked = looked(); ; looked = lookedAfter(looked)) {
            try {
                return sign(looked, body);
            } catch (Unavailable e) {
                if (looked.age() == age(reference)) {
                    throw e;
                }
            }
        }
    }

    private Looked lookedAfter(Looked stale) {
        return LOOKED.compute(reference, (same, known) -> stale.equals(known) ? fresh(same) : known);
    }

    private byte[] sign(Looked looked, byte[] body) {
        flaw(looked).ifPresent(why -> {
            throw new Unavailable(why);
        });
        try {
            return looked.found().orElseThrow().sign(body);
        } catch (FoundKey.Fault e) {
            throw new Unavailable("the private key at " + reference + " signs nothing: " + e.getMessage());
        }
    }

    @Override
    public String getAlgorithm() {
        return "RSA";
    }

    /** It stays where it is. */
    @Override
    public String getFormat() {
        return null;
    }

    @Override
    public byte[] getEncoded() {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldKey held && held.reference.equals(reference) && held.open.equals(open);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reference, open);
    }

    @Override
    public String toString() {
        return "HeldKey[" + reference + "]";
    }
}
