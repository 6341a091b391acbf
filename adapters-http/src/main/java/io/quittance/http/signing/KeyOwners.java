package io.quittance.http.signing;

import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

/** Who signs with which key, so that nobody registers another's as his own. */
@FunctionalInterface
public interface KeyOwners {
    /** Nobody has a key yet. */
    KeyOwners NONE = (_, _) -> Optional.empty();

    /** Of those who sign. */
    enum Sort {
        /** The gateway and its simulator. */
        HOUSE,
        /** Registered apps. */
        APP,
        /** We towards acquirers, at any account. */
        OURS,
        /** Acquirers, at any account. */
        ACQUIRER
    }

    /** Whose it is in the words of a person, as {@code the gateway's own}; empty if it is nobody's among these. */
    Optional<String> of(PublicKey key, Set<Sort> among);
}
