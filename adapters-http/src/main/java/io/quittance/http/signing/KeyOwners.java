package io.quittance.http.signing;

import java.security.PublicKey;
import java.util.Optional;

/** Who signs with which key, so that nobody registers another's as his own. */
@FunctionalInterface
public interface KeyOwners {
    /** Nobody has a key yet. */
    KeyOwners NONE = _ -> Optional.empty();

    /** Whose it is in the words of a person, as {@code the gateway's own}; empty if nobody's. */
    Optional<String> of(PublicKey key);

    /** The same, of the gateway and its simulator alone. */
    default Optional<String> ofTheHouse(PublicKey key) {
        return Optional.empty();
    }

    /** Whether we sign with it towards an acquirer, at any account. */
    default boolean isOurs(PublicKey key) {
        return false;
    }

    /** Whether an acquirer signs with it, at any account: several accounts may name the same one, and no app may. */
    default boolean isUpstreams(PublicKey key) {
        return false;
    }
}
