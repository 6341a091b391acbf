package io.quittance.http.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Keys, their numbers and the forms that people have of them, made without the code under test. */
final class TestKeys {
    static final BigInteger F4 = BigInteger.valueOf(65_537);
    private static final Random RANDOM = new SecureRandom();

    private TestKeys() {}

    static BigInteger prime(int bits) {
        return BigInteger.probablePrime(bits, RANDOM);
    }

    static BigInteger random(int bits) {
        return new BigInteger(bits, RANDOM);
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    static String armoured(String words, byte[] der) {
        return "-----BEGIN " + words + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + words
                + "-----\n";
    }

    /** A public key of these numbers in one line, whatever they are. */
    static String spki(BigInteger modulus, BigInteger exponent) {
        try {
            return base64(new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            new RSAPublicKey(modulus, exponent))
                    .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pkcs1(PrivateKey key) {
        try {
            return PrivateKeyInfo.getInstance(key.getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pkcs1(PublicKey key) throws IOException {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .parsePublicKey()
                .getEncoded();
    }

    static byte[] encrypted(PrivateKey key) {
        try {
            String way = "PBEWithSHA1AndDESede";
            Cipher cipher = Cipher.getInstance(way);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    SecretKeyFactory.getInstance(way).generateSecret(new PBEKeySpec("word".toCharArray())),
                    new PBEParameterSpec(new byte[8], 1_000));
            return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(key.getEncoded())).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A prime as Infineon's RSALib made them: {@code k * M + 65537^a mod M}, M the product of the first 126 primes. */
    static BigInteger primeOfBrokenChip() {
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.ONE;
        for (int i = 0; i < 126; i++) {
            prime = prime.nextProbablePrime();
            product = product.multiply(prime);
        }
        while (true) {
            BigInteger candidate = random(1_025 - product.bitLength())
                    .setBit(1_024 - product.bitLength())
                    .multiply(product)
                    .add(F4.modPow(random(64), product));
            if (candidate.isProbablePrime(50)) {
                return candidate;
            }
        }
    }
}
