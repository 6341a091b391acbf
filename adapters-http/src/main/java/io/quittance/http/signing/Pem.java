package io.quittance.http.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * RSA keys in every form that clients use: PKCS#8, PKCS#1 or SPKI, with armour or as one line of base64. The armour's
 * words are not believed, as one official client writes PKCS#8 under the words of PKCS#1; the content tells.
 */
public final class Pem {
    /** The shortest modulus that is accepted; the protocol's own. */
    public static final int MIN_BITS = 2048;

    /** The longest: longer ones only make each check slower. */
    public static final int MAX_BITS = 8192;

    private static final String PRIVATE = "private key (expected: an unencrypted RSA key of at least " + MIN_BITS
            + " bits, PKCS#8 or PKCS#1, as PEM or one line of base64)";
    private static final String PUBLIC = "public key (expected: an RSA key of at least " + MIN_BITS
            + " bits, X.509 or PKCS#1, as PEM or one line of base64)";

    private Pem() {}

    /** @throws IllegalArgumentException if it is none; the message never shows the text */
    public static PrivateKey readPrivate(String text) {
        try {
            RSAPrivateKey key = privateKey(der(text));
            checkNumbers(key.getModulus(), key.getPublicExponent());
            checkFactors(key);
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            key.getModulus(),
                            key.getPublicExponent(),
                            key.getPrivateExponent(),
                            key.getPrime1(),
                            key.getPrime2(),
                            key.getExponent1(),
                            key.getExponent2(),
                            key.getCoefficient()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException _) {
            throw new IllegalArgumentException(PRIVATE);
        }
    }

    /** @throws IllegalArgumentException if it is none; the message never shows the text */
    public static PublicKey readPublic(String text) {
        try {
            RSAPublicKey key = publicKey(der(text));
            checkNumbers(key.getModulus(), key.getPublicExponent());
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException _) {
            throw new IllegalArgumentException(PUBLIC);
        }
    }

    /** PKCS#8 with armour. */
    public static String writePrivate(PrivateKey key) {
        return armoured("PRIVATE KEY", key);
    }

    /** SPKI (X.509) with armour. */
    public static String writePublic(PublicKey key) {
        return armoured("PUBLIC KEY", key);
    }

    /** PKCS#8 or SPKI as one line of base64, as PayerMax's portal wants it. */
    public static String oneLine(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static String armoured(String what, Key key) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static byte[] der(String text) {
        StringBuilder base64 = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("-----"))
                .forEach(base64::append);
        return Base64.getDecoder().decode(base64.toString().replaceAll("\\s", ""));
    }

    /** PKCS#1 is nine numbers, PKCS#8 names its algorithm in second place. */
    private static RSAPrivateKey privateKey(byte[] der) throws IOException {
        ASN1Sequence sequence = sequence(der);
        if (sequence.getObjectAt(1) instanceof ASN1Integer) {
            return RSAPrivateKey.getInstance(numbers(sequence, 9));
        }
        if (sequence.size() < 3) {
            throw new IOException("no key behind the algorithm");
        }
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(sequence);
        checkAlgorithm(info.getPrivateKeyAlgorithm().getAlgorithm());
        return RSAPrivateKey.getInstance(numbers(info.parsePrivateKey(), 9));
    }

    /** PKCS#1 is two numbers, SPKI names its algorithm first. */
    private static RSAPublicKey publicKey(byte[] der) throws IOException {
        ASN1Sequence sequence = sequence(der);
        if (sequence.getObjectAt(0) instanceof ASN1Integer) {
            return RSAPublicKey.getInstance(numbers(sequence, 2));
        }
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(sequence);
        checkAlgorithm(info.getAlgorithm().getAlgorithm());
        return RSAPublicKey.getInstance(numbers(info.parsePublicKey(), 2));
    }

    private static ASN1Sequence sequence(byte[] der) throws IOException {
        if (ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence && sequence.size() >= 2) {
            return sequence;
        }
        throw new IOException("no sequence");
    }

    /** Checked here, as the library casts without asking. */
    private static ASN1Sequence numbers(ASN1Encodable key, int count) throws IOException {
        if (key instanceof ASN1Sequence sequence && sequence.size() == count) {
            for (ASN1Encodable number : sequence) {
                if (!(number instanceof ASN1Integer)) {
                    throw new IOException("no number");
                }
            }
            return sequence;
        }
        throw new IOException("not " + count + " numbers");
    }

    private static void checkAlgorithm(ASN1ObjectIdentifier algorithm) {
        if (!PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)) {
            throw new IllegalArgumentException("another algorithm");
        }
    }

    /** An even modulus or an exponent of 1 verifies or breaks at once; such keys come from bugs or attackers. */
    private static void checkNumbers(BigInteger modulus, BigInteger exponent) {
        boolean sound = modulus.signum() > 0
                && modulus.bitLength() >= MIN_BITS
                && modulus.bitLength() <= MAX_BITS
                && modulus.testBit(0)
                && exponent.compareTo(BigInteger.valueOf(3)) >= 0
                && exponent.bitLength() <= 64
                && exponent.testBit(0);
        if (!sound) {
            throw new IllegalArgumentException("unsound numbers");
        }
    }

    private static void checkFactors(RSAPrivateKey key) {
        if (!key.getPrime1().multiply(key.getPrime2()).equals(key.getModulus())) {
            throw new IllegalArgumentException("the factors are of another modulus");
        }
    }
}
