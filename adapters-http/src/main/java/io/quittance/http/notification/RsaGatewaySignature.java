package io.quittance.http.notification;

import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.Signed;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;

/** Signs with one RSA key pair, as the protocol wants it. */
public final class RsaGatewaySignature implements GatewaySignature {
    private final KeyPair keys;
    private final String keyId;

    public RsaGatewaySignature(KeyPair keys) {
        this.keys = keys;
        this.keyId = Rsa.keyId(keys.getPublic());
    }

    @Override
    public Signed sign(Bytes body) {
        return new Signed(Rsa.sign(keys.getPrivate(), body), keyId);
    }

    @Override
    public String keyId() {
        return keyId;
    }
}
