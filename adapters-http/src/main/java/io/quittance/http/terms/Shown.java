package io.quittance.http.terms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * What somebody is shown by over TLS.
 *
 * @param chain the own certificate first, then those that vouch for it
 */
public record Shown(List<X509Certificate> chain, PrivateKey key) {
    public Shown {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain: none (expected: at least one certificate)");
        }
        Objects.requireNonNull(key, "key");
    }

    public X509Certificate own() {
        return chain.getFirst();
    }

    /** Whether what is signed with the one verifies with the other. */
    public static boolean fits(PublicKey certified, PrivateKey secret) {
        String algorithm = switch (certified.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> certified.getAlgorithm();
        };
        byte[] probe = "a pair".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(secret);
            signing.update(probe);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(probe);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "Shown[" + own().getSubjectX500Principal() + "]";
    }
}
