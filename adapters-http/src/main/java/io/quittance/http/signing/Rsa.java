package io.quittance.http.signing;

import io.quittance.domain.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * The protocol's signature: SHA256withRSA (PKCS#1 v1.5) over the body exactly as it travels, in base64 with padding.
 * PayerMax "Config Settings and Signature Rules".
 */
public final class Rsa {
    private static final String ALGORITHM = "SHA256withRSA";
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    /** RFC 8017, 9.2, note 1: what stands before the digest that is signed. */
    private static final String SHA256_IN_FULL = "3031300d060960864801650304020105000420";

    /** Empty for the JDK's own. Never registered with {@code Security}: TLS and all else stay as they are. */
    static final Optional<Provider> FAST = fast();

    private Rsa() {}

    /**
     * What a token holds is signed with by the token.
     *
     * @throws IllegalArgumentException if the key is no private RSA key
     * @throws HeldKey.Unavailable if it is kept elsewhere and cannot be had
     */
    public static String sign(PrivateKey key, Bytes body) {
        try {
            byte[] sign = key instanceof HeldKey held ? held.sign(body.toArray()) : signFast(key, body.toArray());
            return Base64.getEncoder().encodeToString(sign);
        } catch (InvalidKeyException _) {
            throw new IllegalArgumentException("signing key (expected: a private RSA key)");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the body could not be signed", e);
        }
    }

    /**
     * Whether that text is the signature of that body. The base64 must be canonical, so that one signature has one
     * spelling; whatever is malformed is just no signature.
     */
    public static boolean verify(PublicKey key, Bytes body, String sign) {
        return verify(FAST, key, body, sign);
    }

    /** The same by a provider that is named; empty for the JDK's own. Tests hold one against the other. */
    static boolean verify(Optional<Provider> provider, PublicKey key, Bytes body, String sign) {
        try {
            byte[] decoded = Base64.getDecoder().decode(sign);
            return Base64.getEncoder().encodeToString(decoded).equals(sign)
                    && verify(provider, key, body.toArray(), decoded);
        } catch (IllegalArgumentException | SignatureException _) {
            return false;
        } catch (InvalidKeyException _) {
            throw new IllegalArgumentException("verifying key (expected: a public RSA key)");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signature could not be checked", e);
        }
    }

    /** Who does the arithmetic; for health. */
    public static String provider() {
        return FAST.map(Provider::getName).orElse("the JDK's");
    }

    /** The key's fingerprint: SHA-256 of its X.509 form, 64 hexadecimal characters. */
    public static String keyId(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The fingerprint of the public key that belongs to it. @throws IllegalArgumentException if it does not tell that */
    public static String pairId(PrivateKey key) {
        return keyId(publicOf(key));
    }

    /** The public key that belongs to it. @throws IllegalArgumentException if it does not tell that */
    public static PublicKey publicOf(PrivateKey key) {
        if (key instanceof HeldKey held) {
            return held.open();
        }
        if (!(key instanceof RSAPrivateCrtKey whole)) {
            throw new IllegalArgumentException("key (expected: a private RSA key with its factors)");
        }
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** A new pair of the protocol's size. Takes a tenth of a second, with the JDK's arithmetic up to seconds. */
    public static KeyPair newPair() {
        try {
            return newPair(FAST);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** Read anew, so that who made them makes no difference to who uses them. */
    private static KeyPair newPair(Optional<Provider> provider) throws GeneralSecurityException {
        KeyPairGenerator generator = provider.isPresent()
                ? KeyPairGenerator.getInstance("RSA", provider.get())
                : KeyPairGenerator.getInstance("RSA");
        generator.initialize(Pem.MIN_BITS);
        KeyPair pair = generator.generateKeyPair();
        return new KeyPair(
                Pem.readPublic(Pem.oneLine(pair.getPublic())), Pem.readPrivate(Pem.oneLine(pair.getPrivate())));
    }

    /** With a key that is at hand. */
    static byte[] signFast(PrivateKey key, byte[] body) throws GeneralSecurityException {
        return sign(FAST, key, body);
    }

    /** Whether that is the signature of that body. */
    static boolean verifies(PublicKey key, byte[] body, byte[] sign) {
        try {
            return verify(FAST, key, body, sign);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** @param provider who signs; empty for the JDK's own */
    static byte[] sign(Optional<Provider> provider, PrivateKey key, byte[] body) throws GeneralSecurityException {
        Signature signature = signature(provider);
        signature.initSign(key);
        signature.update(body);
        return signature.sign();
    }

    private static boolean verify(Optional<Provider> provider, PublicKey key, byte[] body, byte[] sign)
            throws GeneralSecurityException {
        Signature signature = signature(provider);
        signature.initVerify(key);
        signature.update(body);
        return signature.verify(sign) && (provider.isPresent() || namesItsDigestInFull(key, body, sign));
    }

    /**
     * The JDK's provider also takes signatures that name SHA-256 without its parameters, which the fast one refuses: whether a
     * request counts must not hang on where it is checked, nor may one body have two signatures.
     */
    private static boolean namesItsDigestInFull(PublicKey key, byte[] body, byte[] sign)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        String full = SHA256_IN_FULL
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        return HexFormat.of().formatHex(cipher.doFinal(sign)).equals(full);
    }

    private static Signature signature(Optional<Provider> provider) throws NoSuchAlgorithmException {
        return provider.isPresent()
                ? Signature.getInstance(ALGORITHM, provider.get())
                : Signature.getInstance(ALGORITHM);
    }

    /** Signing is the largest cost of all, and Corretto's native code does three times as many in the same time. */
    private static Optional<Provider> fast() {
        try {
            Object corretto = Class.forName(CORRETTO).getField("INSTANCE").get(null);
            return corretto instanceof Provider provider && agreesWithTheJdk(provider)
                    ? Optional.of(provider)
                    : Optional.empty();
        } catch (GeneralSecurityException | ReflectiveOperationException | LinkageError _) {
            return Optional.empty();
        }
    }

    /** A pair made for this test alone: what one signs the other must verify, and a changed body must not pass. */
    private static boolean agreesWithTheJdk(Provider provider) throws GeneralSecurityException {
        KeyPair pair = newPair(Optional.of(provider));
        PrivateKey secret = pair.getPrivate();
        PublicKey open = pair.getPublic();
        byte[] body = "self-test".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "self-tesu".getBytes(StandardCharsets.US_ASCII);
        byte[] sign = sign(Optional.of(provider), secret, body);
        return verify(Optional.empty(), open, body, sign)
                && verify(Optional.of(provider), open, body, sign(Optional.empty(), secret, body))
                && !verify(Optional.of(provider), open, other, sign);
    }

    /** Whether they are one for whoever signs: who knows the factors of a modulus signs with any exponent. */
    public static boolean isSame(PublicKey one, PublicKey other) {
        return one instanceof RSAPublicKey first && other instanceof RSAPublicKey second
                ? first.getModulus().equals(second.getModulus())
                : one.equals(other);
    }
}
