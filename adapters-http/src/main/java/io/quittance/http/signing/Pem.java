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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

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
            List<BigInteger> key = privateNumbers(der(text));
            checkNumbers(key.get(1), key.get(2));
            checkFactors(key);
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            key.get(1),
                            key.get(2),
                            key.get(3),
                            key.get(4),
                            key.get(5),
                            key.get(6),
                            key.get(7),
                            key.get(8)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException _) {
            throw new IllegalArgumentException(PRIVATE);
        }
    }

    /** @throws IllegalArgumentException if it is none; the message never shows the text */
    public static PublicKey readPublic(String text) {
        try {
            List<BigInteger> key = publicNumbers(der(text));
            checkNumbers(key.get(0), key.get(1));
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.get(0), key.get(1)));
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

    /**
     * In the order of RFC 8017: version, modulus, public exponent, private exponent, two primes, their exponents, the
     * coefficient. PKCS#1 is these nine numbers; PKCS#8 names its algorithm in second place and wraps them.
     */
    private static List<BigInteger> privateNumbers(byte[] der) throws IOException {
        ASN1Sequence sequence = sequence(der);
        if (sequence.getObjectAt(1) instanceof ASN1Integer) {
            return numbers(sequence, 9);
        }
        if (sequence.size() >= 3
                && rsa(sequence.getObjectAt(1))
                && sequence.getObjectAt(2) instanceof ASN1OctetString inner) {
            return numbers(sequence(inner.getOctets()), 9);
        }
        throw new IOException("neither PKCS#1 nor PKCS#8");
    }

    /** PKCS#1 is two numbers; SPKI names its algorithm first and wraps them. */
    private static List<BigInteger> publicNumbers(byte[] der) throws IOException {
        ASN1Sequence sequence = sequence(der);
        if (sequence.getObjectAt(0) instanceof ASN1Integer) {
            return numbers(sequence, 2);
        }
        if (rsa(sequence.getObjectAt(0)) && sequence.getObjectAt(1) instanceof ASN1BitString inner) {
            return numbers(sequence(inner.getOctets()), 2);
        }
        throw new IOException("neither PKCS#1 nor SPKI");
    }

    private static ASN1Sequence sequence(byte[] der) throws IOException {
        if (ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence && sequence.size() >= 2) {
            return sequence;
        }
        throw new IOException("no sequence");
    }

    private static boolean rsa(ASN1Encodable algorithm) {
        return algorithm instanceof ASN1Sequence sequence
                && sequence.size() > 0
                && PKCSObjectIdentifiers.rsaEncryption.equals(sequence.getObjectAt(0));
    }

    /** Taken apart here: the library's own classes for keys cast what they find without asking. */
    private static List<BigInteger> numbers(ASN1Sequence sequence, int count) throws IOException {
        List<BigInteger> numbers = new ArrayList<>();
        for (ASN1Encodable element : sequence) {
            if (!(element instanceof ASN1Integer number) || number.getValue().signum() < 0) {
                throw new IOException("no natural number");
            }
            numbers.add(number.getValue());
        }
        if (numbers.size() != count) {
            throw new IOException("not " + count + " numbers");
        }
        return numbers;
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

    private static void checkFactors(List<BigInteger> key) {
        if (!key.get(4).multiply(key.get(5)).equals(key.get(1))) {
            throw new IllegalArgumentException("the factors are of another modulus");
        }
    }
}
