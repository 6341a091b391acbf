package io.quittance.application.journal;

import io.quittance.domain.text.Bytes;
import java.util.Objects;

/**
 * A verified message as it came in.
 *
 * @param raw the bytes received
 * @param keyId fingerprint of the public key that verified them
 */
public record Message(Bytes raw, String keyId, Fingerprint fingerprint) {
    public Message {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
