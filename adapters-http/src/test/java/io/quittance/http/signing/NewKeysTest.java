package io.quittance.http.signing;

import static io.quittance.http.signing.TestKeys.F4;
import static io.quittance.http.signing.TestKeys.armoured;
import static io.quittance.http.signing.TestKeys.base64;
import static io.quittance.http.signing.TestKeys.encrypted;
import static io.quittance.http.signing.TestKeys.pair;
import static io.quittance.http.signing.TestKeys.pkcs1;
import static io.quittance.http.signing.TestKeys.prime;
import static io.quittance.http.signing.TestKeys.spki;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quittance.http.live.Keys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key that is registered")
class NewKeysTest {
    private static final String BITS = "2048 to 8192";
    private static final String EXPONENTS = "65537, or another prime up to 4294967296";
    private static final String PRIMES = "the product of two large primes that were chosen by chance";
    private static final String RSA = "an RSA key of at least 2048 bits, X.509 or PKCS#1, as PEM or one line of base64";
    private static final String THE_OTHER = "the public one of that pair";

    private static final BigInteger P = prime(1_025);
    private static final BigInteger SOUND = ((RSAPublicKey) Keys.NEIGHBOUR.getPublic()).getModulus();

    /** Large primes take their time, and whoever runs the tests one by one would have them made for each. */
    private static final List<Arguments> MODULI = moduli();

    private static final List<Arguments> OTHER_KINDS = otherKinds();
    private static final Map<Integer, KeyPair> GOOD = new ConcurrentHashMap<>();

    private final NewKeys keys = new NewKeys(KeyOwners.NONE);

    @ParameterizedTest
    @ValueSource(ints = {2_048, 2_049, 3_072, 4_096})
    void is_taken_if_it_is_a_good_one(int bits) {
        KeyPair pair = GOOD.computeIfAbsent(bits, length -> pair("RSA", length));

        assertEquals(pair.getPublic(), keys.readPublic(Pem.oneLine(pair.getPublic())));
        assertEquals(pair.getPrivate(), keys.readPrivate(Pem.oneLine(pair.getPrivate())));
    }

    @ParameterizedTest
    @ValueSource(longs = {65_537, 65_539, 4_294_967_291L})
    void may_have_any_prime_for_an_exponent_that_every_library_takes(long exponent) {
        String key = spki(SOUND, BigInteger.valueOf(exponent));

        assertEquals(key, Pem.oneLine(keys.readPublic(key)));
    }

    @Nested
    class Is_refused {
        static Stream<Arguments> for_its_exponent() {
            return Stream.of(
                    arguments("0", "its exponent is 0"),
                    arguments("1", "its exponent is 1"),
                    arguments("2", "its exponent is 2"),
                    arguments("3", "its exponent is 3"),
                    arguments("5", "its exponent is 5"),
                    arguments("17", "its exponent is 17"),
                    arguments("257", "its exponent is 257"),
                    arguments("65535", "its exponent is 65535"),
                    arguments("65536", "its exponent is 65536"),
                    arguments("65538", "its exponent is 65538"),
                    arguments("196611", "its exponent 196611 is no prime"),
                    arguments("4294967295", "its exponent 4294967295 is no prime"),
                    arguments("4294967311", "its exponent is 4294967311"),
                    arguments("8589934609", "its exponent is 8589934609"),
                    arguments("18446744073709551629", "its exponent has 65 bits"),
                    arguments(BigInteger.ONE.shiftLeft(1_000).setBit(0).toString(), "its exponent has 1001 bits"));
        }

        @ParameterizedTest
        @MethodSource
        void for_its_exponent(String exponent, String why) {
            assertRefused(why, EXPONENTS, spki(SOUND, new BigInteger(exponent)));
        }

        static Stream<Arguments> for_its_modulus() {
            return MODULI.stream();
        }

        @ParameterizedTest
        @MethodSource
        void for_its_modulus(BigInteger modulus, String why, String expected) {
            assertRefused(why, expected, spki(modulus, F4));
        }

        static Stream<Arguments> as_it_is_of_another_kind() {
            return OTHER_KINDS.stream();
        }

        @ParameterizedTest
        @MethodSource
        void as_it_is_of_another_kind(String text, String why, String expected) {
            assertRefused(why, expected, text);
        }

        @Test
        void as_it_is_somebody_elses() {
            NewKeys known = new NewKeys((key, _) ->
                    key.equals(Keys.GATEWAY.getPublic()) ? Optional.of("the gateway's own") : Optional.empty());

            assertEquals(
                    "public key, as it is the gateway's own (expected: one that nobody else signs with)",
                    refused(known, Pem.writePublic(Keys.GATEWAY.getPublic())));
            assertEquals(Keys.MERCHANT.getPublic(), known.readPublic(Pem.writePublic(Keys.MERCHANT.getPublic())));
        }

        private void assertRefused(String why, String expected, String text) {
            assertEquals("public key, as " + why + " (expected: " + expected + ")", refused(keys, text));
        }

        private String refused(NewKeys judge, String text) {
            return assertThrows(IllegalArgumentException.class, () -> judge.readPublic(text))
                    .getMessage();
        }
    }

    private static List<Arguments> moduli() {
        BigInteger next = P.nextProbablePrime();
        BigInteger near = P.add(BigInteger.ONE.shiftLeft(516)).nextProbablePrime();
        String small = "its modulus has a factor of at most 16 bits";
        String power = "its modulus is a square or a higher power";
        String close = "the factors of its modulus are next to each other";
        return List.of(
                arguments(P.shiftRight(1).setBit(0), "its modulus has 1024 bits", BITS),
                arguments(SOUND.shiftRight(1).setBit(0), "its modulus has 2047 bits", BITS),
                arguments(BigInteger.ONE.shiftLeft(8_192).setBit(0), "its modulus has 8193 bits", BITS),
                arguments(SOUND.clearBit(0), "its modulus is even", PRIMES),
                arguments(BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE), small, PRIMES),
                arguments(prime(2_047).multiply(BigInteger.valueOf(3)), small, PRIMES),
                arguments(prime(2_034).multiply(BigInteger.valueOf(65_521)), small, PRIMES),
                arguments(BigInteger.valueOf(3).pow(1_300), small, PRIMES),
                arguments(square(P), power, PRIMES),
                arguments(square(prime(513).multiply(prime(513))), power, PRIMES),
                arguments(prime(700).pow(3), power, PRIMES),
                arguments(prime(450).pow(5), power, PRIMES),
                arguments(prime(20).pow(113), power, PRIMES),
                arguments(prime(2_048), "its modulus is a prime itself", PRIMES),
                arguments(P.multiply(next), close, PRIMES),
                arguments(P.multiply(near), close, PRIMES),
                arguments(
                        TestKeys.primeOfBrokenChip().multiply(TestKeys.primeOfBrokenChip()),
                        "it was made by a chip whose keys can be broken (ROCA, CVE-2017-15361)",
                        PRIMES));
    }

    private static List<Arguments> otherKinds() {
        PrivateKey secret = Keys.NEIGHBOUR.getPrivate();
        PrivateKey curve = pair("EC", 256).getPrivate();
        String hidden = "there is a private key in it, which is to be kept secret";
        return List.of(
                arguments(base64(pair("EC", 256).getPublic().getEncoded()), "it is an EC key", RSA),
                arguments(base64(pair("Ed25519", 0).getPublic().getEncoded()), "it is an Ed25519 key", RSA),
                arguments(base64(pair("Ed448", 0).getPublic().getEncoded()), "it is an Ed448 key", RSA),
                arguments(base64(pair("X25519", 0).getPublic().getEncoded()), "it is a key of another kind", RSA),
                arguments(
                        base64(pair("RSASSA-PSS", 2_048).getPublic().getEncoded()),
                        "it is an RSA key for PSS only",
                        RSA),
                arguments("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 ada@shop", "it is in OpenSSH's form", RSA),
                arguments(base64(secret.getEncoded()), hidden, THE_OTHER),
                arguments(armoured("PRIVATE KEY", secret.getEncoded()), hidden, THE_OTHER),
                arguments(armoured("PUBLIC KEY", pkcs1(secret)), hidden, THE_OTHER),
                arguments(base64(curve.getEncoded()), hidden, THE_OTHER),
                arguments(
                        armoured("PUBLIC KEY", Keys.MERCHANT.getPublic().getEncoded())
                                + armoured("PRIVATE KEY", secret.getEncoded()),
                        hidden,
                        THE_OTHER),
                arguments(armoured("ENCRYPTED PRIVATE KEY", encrypted(secret)), hidden, THE_OTHER),
                arguments(
                        "-----BEGIN RSA PRIVATE KEY-----\n"
                                + "Proc-Type: 4,ENCRYPTED\n"
                                + "DEK-Info: AES-128-CBC,00\n\n"
                                + "AAAA\n"
                                + "-----END RSA PRIVATE KEY-----\n",
                        hidden,
                        THE_OTHER),
                arguments(
                        "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                                + "b3BlbnNzaC1rZXk=\n"
                                + "-----END OPENSSH PRIVATE KEY-----\n",
                        hidden,
                        THE_OTHER));
    }

    private static BigInteger square(BigInteger root) {
        return root.multiply(root);
    }

    @Nested
    class That_is_private {
        private String refused(String text) {
            return assertThrows(IllegalArgumentException.class, () -> keys.readPrivate(text))
                    .getMessage();
        }

        @Test
        void is_judged_by_its_public_numbers_and_never_shown() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(2_048, BigInteger.valueOf(3)));
            String three = Pem.oneLine(generator.generateKeyPair().getPrivate());

            assertEquals("private key, as its exponent is 3 (expected: " + EXPONENTS + ")", refused(three));
        }

        @Test
        void is_refused_if_it_is_encrypted_or_another_kind() {
            String secret = base64(encrypted(Keys.NEIGHBOUR.getPrivate()));
            String curve = base64(pair("EC", 256).getPrivate().getEncoded());

            assertTrue(refused(secret).startsWith("private key, as it is encrypted (expected: an unencrypted RSA key"));
            assertFalse(refused(secret).contains(secret.substring(0, 8)));
            assertTrue(refused(curve).startsWith("private key, as it is an EC key (expected: an unencrypted RSA key"));
        }
    }
}
