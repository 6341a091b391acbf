package io.quittance.http.notification;

import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.Signed;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;
import java.util.Optional;

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
        try {
            return new Signed(Rsa.sign(keys.getPrivate(), body), keyId);
        } catch (HeldKey.Unavailable e) {
            throw new Unavailable(e.getMessage());
        }
    }

    /** The private key, if it is kept elsewhere. */
    public Optional<HeldKey> held() {
        return keys.getPrivate() instanceof HeldKey held ? Optional.of(held) : Optional.empty();
    }

    /** Why it cannot sign here, as far as is known without asking anybody; empty if it can. */
    public Optional<String> flaw() {
        return HeldKey.flaw(keys.getPrivate());
    }

    @Override
    public String keyId() {
        return keyId;
    }
}
