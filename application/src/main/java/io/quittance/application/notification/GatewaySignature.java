package io.quittance.application.notification;

import io.quittance.domain.text.Bytes;

/** The one key pair that signs everything we send north. Costs milliseconds of CPU: sign once, keep the signature. */
public interface GatewaySignature {
    /** @throws Unavailable if this instance has no key to sign with now */
    Signed sign(Bytes body);

    /**
     * Fingerprint of the current key: what another key signed must be signed again.
     *
     * @throws Unavailable if this instance has none now
     */
    String keyId();

    /** No key can be had here now, as where a token does not answer. It says nothing of what was to be signed. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }
    }
}
