package io.quittance.application.journal;

import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * A verified message as it came in.
 *
 * @param raw the bytes received
 * @param keyId fingerprint of the public key that verified them
 * @param odd which fields made no sense and decided nothing, and what was expected of each; never what stood there. The
 *     journal tells of them
 */
public record Message(Bytes raw, String keyId, Fingerprint fingerprint, List<String> odd) {
    public Message {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(fingerprint, "fingerprint");
        odd = List.copyOf(odd);
    }

    /** One of which every field makes sense. */
    public Message(Bytes raw, String keyId, Fingerprint fingerprint) {
        this(raw, keyId, fingerprint, List.of());
    }
}
