package io.quittance.application.notification;

import java.util.Objects;

/**
 * A signature over bytes that go out.
 *
 * @param sign base64, as it stands in the {@code sign} header
 * @param keyId fingerprint of the public key that verifies it
 */
public record Signed(String sign, String keyId) {
    public Signed {
        Objects.requireNonNull(sign, "sign");
        Objects.requireNonNull(keyId, "keyId");
    }

    /** Signatures stay out of logs. */
    @Override
    public String toString() {
        return "Signed[by " + keyId + "]";
    }
}
