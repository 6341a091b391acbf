package io.quittance.http.signing;

import static io.quittance.http.signing.TestKeys.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quittance.http.live.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The content of a key")
class KeyFormTest {
    private static final ASN1Encodable NOTHING = new DEROctetString(new byte[1]);
    private static final RSAPrivateCrtKey SECRET = (RSAPrivateCrtKey) Keys.MERCHANT.getPrivate();

    private static byte[] der(ASN1Encodable... elements) {
        try {
            return new DERSequence(elements).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ASN1Encodable sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    private static ASN1Encodable[] numbers(long... numbers) {
        return LongStream.of(numbers).mapToObj(ASN1Integer::new).toArray(ASN1Encodable[]::new);
    }

    private static byte[] pkcs8(ASN1ObjectIdentifier algorithm) {
        return der(new ASN1Integer(0), sequence(algorithm), NOTHING);
    }

    static Stream<Arguments> is_told_where_no_RSA_key_can_be_read() {
        ASN1Encodable data = sequence(PKCSObjectIdentifiers.data, NOTHING);
        return Stream.of(
                arguments(pkcs8(X9ObjectIdentifiers.id_dsa), "a DSA key", true),
                arguments(pkcs8(PKCSObjectIdentifiers.id_RSASSA_PSS), "an RSA key for PSS only", true),
                arguments(pair("EC", 256).getPrivate().getEncoded(), "an EC key", true),
                arguments(pair("EC", 256).getPublic().getEncoded(), "an EC key", false),
                arguments(pair("Ed25519", 0).getPrivate().getEncoded(), "an Ed25519 key", true),
                arguments(pair("Ed448", 0).getPrivate().getEncoded(), "an Ed448 key", true),
                arguments(pair("X25519", 0).getPublic().getEncoded(), "a key of another kind", false),
                arguments(der(new ASN1Integer(1), NOTHING), "an EC key", true),
                arguments(der(new ASN1Integer(3), data), "a PKCS#12 store", true),
                arguments(TestKeys.encrypted(SECRET), "encrypted", true));
    }

    @ParameterizedTest
    @MethodSource
    void is_told_where_no_RSA_key_can_be_read(byte[] der, String what, boolean secret) throws IOException {
        assertEquals(new KeyForm.Other(what, secret), KeyForm.of(der));
    }

    static Stream<Named<byte[]>> is_refused_where_it_is_no_key() {
        ASN1Encodable rsa = sequence(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return Stream.of(
                Named.of("one number", der(numbers(1))),
                Named.of("three numbers", der(numbers(0, 1, 2))),
                Named.of("eight numbers", der(numbers(0, 1, 2, 3, 4, 5, 6, 7))),
                Named.of("ten numbers", der(numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))),
                Named.of("a number below zero", der(numbers(-3, 5))),
                Named.of("an algorithm without a key", der(new ASN1Integer(0), rsa)),
                Named.of("an algorithm that is not named", der(sequence(), new DERBitString(new byte[1]))),
                Named.of("an algorithm that is a number", der(sequence(numbers(1)), new DERBitString(new byte[1]))),
                Named.of("five of a certificate's six", der(sequence(numbers(1, 2, 3, 4, 5)), DERNull.INSTANCE)),
                Named.of(
                        "a certificate without a key",
                        der(sequence(new ASN1Integer(1), rsa, rsa, rsa, rsa, rsa), DERNull.INSTANCE)),
                Named.of("a key that is no sequence", der(rsa, new DERBitString(new byte[] {2, 1, 1}))));
    }

    @ParameterizedTest
    @MethodSource
    void is_refused_where_it_is_no_key(byte[] der) {
        assertThrows(IOException.class, () -> KeyForm.of(der));
    }

    @Test
    void is_two_numbers_if_it_is_public() throws IOException {
        assertEquals(new KeyForm.Public(BigInteger.ZERO, BigInteger.TWO), KeyForm.of(der(numbers(0, 2))));
    }

    @Test
    void is_nine_numbers_if_it_is_private_and_shows_none() throws IOException {
        KeyForm.Private read = (KeyForm.Private) KeyForm.of(SECRET.getEncoded());

        assertEquals(
                List.of(
                        BigInteger.ZERO,
                        SECRET.getModulus(),
                        SECRET.getPublicExponent(),
                        SECRET.getPrivateExponent(),
                        SECRET.getPrimeP(),
                        SECRET.getPrimeQ(),
                        SECRET.getPrimeExponentP(),
                        SECRET.getPrimeExponentQ(),
                        SECRET.getCrtCoefficient()),
                read.numbers());
        assertTrue(read.fits());
        assertFalse(((KeyForm.Private) KeyForm.of(der(numbers(0, 14, 3, 0, 3, 5, 0, 0, 0)))).fits());
        assertEquals("Private[]", read.toString());
    }
}
