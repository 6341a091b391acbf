package io.quittance.persistence.merchant;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/** Keys as we stored them: X.509 bytes. Those that come from people are read elsewhere. */
final class RsaKeys {
    private RsaKeys() {}

    static PublicKey publicKey(byte[] encoded) {
        try {
            return rsa().generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw broken(e);
        }
    }

    /** The same for each key of one modulus: whoever knows its factors signs with any exponent. */
    static byte[] claim(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa)) {
            throw new IllegalArgumentException("key of a merchant (expected: a public RSA key)");
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(rsa.getModulus().toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
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
    private static IllegalStateException broken(GeneralSecurityException e) {
        return new IllegalStateException("a merchant's public key in the database is broken: "
                + e.getClass().getSimpleName());
    }
}
