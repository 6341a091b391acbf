package io.quittance.persistence.merchant;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Keys as we stored them: X.509 and PKCS#8 bytes. Those that come from people are read elsewhere. */
final class RsaKeys {
    private RsaKeys() {}

    static PublicKey publicKey(byte[] encoded) {
        try {
            return rsa().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw broken("public", e);
        }
    }

    static PrivateKey privateKey(byte[] encoded) {
        try {
            return rsa().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw broken("private", e);
        }
    }

    private static KeyFactory rsa() {
        try {
            return KeyFactory.getInstance("RSA");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** The cause is left out, as it may show bytes of the key. */
    private static IllegalStateException broken(String kind, GeneralSecurityException e) {
        return new IllegalStateException("a merchant's " + kind + " key in the database is broken: "
                + e.getClass().getSimpleName());
    }
}
