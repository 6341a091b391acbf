package io.quittance.http.live;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Key pairs of the tests, and signatures: nothing here goes through the code under test. Pairs and signatures are made by the
 * provider that is quickest at it, where it can be had; what is verified is verified by the JDK's own code.
 */
public final class Keys {
    private static final Provider QUICK = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
            ? AmazonCorrettoCryptoProvider.INSTANCE
            : Security.getProvider("SunRsaSign");

    public static final KeyPair MERCHANT = pair();
    public static final KeyPair NEIGHBOUR = pair();
    public static final KeyPair OTHER = pair();
    public static final KeyPair GATEWAY = pair();
    public static final KeyPair UPSTREAM = pair();

    private Keys() {}

    public static String sign(PrivateKey key, byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA", QUICK);
            signature.initSign(key);
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(PublicKey key, byte[] body, String sign) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            signature.initVerify(key);
            signature.update(body);
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new one, read anew, so that the JDK's own code can sign with it. */
    public static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", QUICK);
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            KeyFactory factory = KeyFactory.getInstance("RSA", "SunRsaSign");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(pair.getPublic().getEncoded())),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
