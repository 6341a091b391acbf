package io.quittance.http.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What some DER is, told by its content. Taken apart here: the library's own classes for keys cast what they find without asking. */
sealed interface KeyForm {
    /** What it is then. */
    String ENCRYPTED = "encrypted";

    /**
     * A private RSA key.
     *
     * @param numbers in the order of RFC 8017: version, modulus, public exponent, private exponent, two primes, their exponents,
     *     the coefficient
     */
    record Private(List<BigInteger> numbers) implements KeyForm {
        public Private {
            numbers = List.copyOf(numbers);
        }

        BigInteger modulus() {
            return numbers.get(1);
        }

        BigInteger exponent() {
            return numbers.get(2);
        }

        boolean fits() {
            return numbers.get(4).multiply(numbers.get(5)).equals(modulus());
        }

        /** Never shows it. */
        @Override
        public String toString() {
            return "Private[]";
        }
    }

    /** A public RSA key, from a certificate also. */
    record Public(BigInteger modulus, BigInteger exponent) implements KeyForm {}

    /**
     * What no RSA key can be read from.
     *
     * @param what as {@code an EC key}
     * @param secret whether it is to be kept secret
     */
    record Other(String what, boolean secret) implements KeyForm {}

    /** @throws IOException if it is none of these; also IllegalArgumentException, IllegalStateException of the library */
    static KeyForm of(byte[] der) throws IOException {
        ASN1Sequence sequence = sequence(ASN1Primitive.fromByteArray(der));
        return sequence.getObjectAt(0) instanceof ASN1Integer ? numbered(sequence) : named(sequence);
    }

    /** PKCS#1 is numbers alone; PKCS#8 has its algorithm in second place, PKCS#12 its content, SEC 1 its only number. */
    private static KeyForm numbered(ASN1Sequence sequence) throws IOException {
        ASN1Encodable second = sequence.getObjectAt(1);
        if (second instanceof ASN1OctetString) {
            return new Other("an EC key", true);
        }
        if (second instanceof ASN1Integer) {
            return sequence.size() == 2 ? publicKey(sequence) : privateKey(sequence);
        }
        if (algorithm(second).equals(PKCSObjectIdentifiers.data)) {
            return new Other("a PKCS#12 store", true);
        }
        if (sequence.size() >= 3 && sequence.getObjectAt(2) instanceof ASN1OctetString inner) {
            return isRsa(second) ? privateKey(sequence(inner.getOctets())) : new Other(kind(second), true);
        }
        throw new IOException("neither PKCS#1 nor PKCS#8");
    }

    /** SPKI and an encrypted PKCS#8 name their algorithm first; a certificate names it after its content. */
    private static KeyForm named(ASN1Sequence sequence) throws IOException {
        ASN1Encodable second = sequence.getObjectAt(1);
        if (second instanceof ASN1OctetString) {
            return new Other(ENCRYPTED, true);
        }
        if (second instanceof ASN1BitString inner) {
            return isRsa(sequence.getObjectAt(0))
                    ? publicKey(sequence(inner.getOctets()))
                    : new Other(kind(sequence.getObjectAt(0)), false);
        }
        ASN1Sequence content = sequence(sequence.getObjectAt(0));
        int place = content.getObjectAt(0) instanceof ASN1TaggedObject ? 6 : 5;
        if (content.size() <= place) {
            throw new IOException("neither SPKI nor a certificate");
        }
        ASN1Sequence key = sequence(content.getObjectAt(place));
        if (key.getObjectAt(1) instanceof ASN1BitString) {
            return named(key);
        }
        throw new IOException("a certificate without a key");
    }

    private static KeyForm privateKey(ASN1Sequence sequence) throws IOException {
        return new Private(numbers(sequence, 9));
    }

    private static KeyForm publicKey(ASN1Sequence sequence) throws IOException {
        List<BigInteger> numbers = numbers(sequence, 2);
        return new Public(numbers.getFirst(), numbers.getLast());
    }

    private static ASN1Sequence sequence(byte[] der) throws IOException {
        return sequence(ASN1Primitive.fromByteArray(der));
    }

    private static ASN1Sequence sequence(ASN1Encodable der) throws IOException {
        if (der instanceof ASN1Sequence sequence && sequence.size() >= 2) {
            return sequence;
        }
        throw new IOException("no sequence");
    }

    private static boolean isRsa(ASN1Encodable algorithm) throws IOException {
        return algorithm(algorithm).equals(PKCSObjectIdentifiers.rsaEncryption);
    }

    private static ASN1ObjectIdentifier algorithm(ASN1Encodable algorithm) throws IOException {
        if (algorithm instanceof ASN1Sequence sequence
                && sequence.size() > 0
                && sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier name) {
            return name;
        }
        throw new IOException("no algorithm");
    }

    private static String kind(ASN1Encodable algorithm) throws IOException {
        return Map.of(
                        X9ObjectIdentifiers.id_ecPublicKey, "an EC key",
                        X9ObjectIdentifiers.id_dsa, "a DSA key",
                        EdECObjectIdentifiers.id_Ed25519, "an Ed25519 key",
                        EdECObjectIdentifiers.id_Ed448, "an Ed448 key",
                        PKCSObjectIdentifiers.id_RSASSA_PSS, "an RSA key for PSS only")
                .getOrDefault(algorithm(algorithm), "a key of another kind");
    }

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
}
