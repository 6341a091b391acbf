package io.quittance.application.notification;

import io.quittance.domain.text.Bytes;

/** The one key pair that signs everything we send north. Costs milliseconds of CPU: sign once, keep the signature. */
public interface GatewaySignature {
    Signed sign(Bytes body);

    /** Fingerprint of the current key: what another key signed must be signed again. */
    String keyId();
}
