package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key")
class PemTest {
    private static final PrivateKey SECRET = Keys.MERCHANT.getPrivate();
    private static final PublicKey OPEN = Keys.MERCHANT.getPublic();
    private static final String EXPECTED_SECRET = "private key (expected: an unencrypted RSA key of at least 2048 bits,"
            + " PKCS#8 or PKCS#1, as PEM or one line of base64)";
    private static final String EXPECTED_OPEN = "public key (expected: an RSA key of at least 2048 bits,"
            + " X.509 or PKCS#1, as PEM or one line of base64)";

    private static String armoured(String words, byte[] der) {
        return "-----BEGIN " + words + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + words
                + "-----\n";
    }

    private static byte[] pkcs1(PrivateKey key) throws IOException {
        return PrivateKeyInfo.getInstance(key.getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
    }

    private static byte[] pkcs1(PublicKey key) throws IOException {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .parsePublicKey()
                .getEncoded();
    }

    @Nested
    class That_is_private {
        @Test
        void is_read_in_every_form_that_clients_use() throws IOException {
            for (String form : new String[] {
                Pem.writePrivate(SECRET),
                Pem.oneLine(SECRET),
                Pem.oneLine(SECRET) + "\n",
                armoured("RSA PRIVATE KEY", pkcs1(SECRET)),
                armoured("RSA PRIVATE KEY", SECRET.getEncoded()),
                armoured("PRIVATE KEY", pkcs1(SECRET)),
                Base64.getEncoder().encodeToString(pkcs1(SECRET)),
                "\r\n  " + Pem.writePrivate(SECRET).replace("\n", "\r\n  "),
            }) {
                assertEquals(SECRET, Pem.readPrivate(form));
            }
        }

        @Test
        void is_read_as_openssl_writes_it(@TempDir Path folder) throws Exception {
            Path file = folder.resolve("key.pem");
            Process openssl = new ProcessBuilder("openssl", "genrsa", "-out", file.toString(), "2048")
                    .redirectErrorStream(true)
                    .start();
            openssl.getInputStream().readAllBytes();
            assertTrue(openssl.waitFor(30, TimeUnit.SECONDS));

            PrivateKey key = Pem.readPrivate(Files.readString(file));

            assertEquals("RSA", key.getAlgorithm());
        }

        @Test
        void is_written_as_PKCS8_with_lines_of_64() {
            String pem = Pem.writePrivate(SECRET);

            assertTrue(pem.startsWith("-----BEGIN PRIVATE KEY-----\nMII"), "its first line");
            assertTrue(pem.endsWith("\n-----END PRIVATE KEY-----\n"), "its last line");
            assertTrue(pem.lines().allMatch(line -> line.length() <= 64), "its lines");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "\n", "nonsense", "MIIB", "AAAA", "-----BEGIN PRIVATE KEY-----", "MAA=", "MAYCAQACAQA="})
        void is_refused_if_it_is_none(String text) {
            assertRefusedAsPrivate(text);
        }

        @Test
        void is_refused_if_it_is_too_short() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);

            assertRefusedAsPrivate(Pem.oneLine(generator.generateKeyPair().getPrivate()));
        }

        @Test
        void is_refused_if_it_is_public_or_of_another_kind() throws Exception {
            assertRefusedAsPrivate(Pem.writePublic(OPEN));
            assertRefusedAsPrivate(Pem.oneLine(
                    KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate()));
        }

        @Test
        void is_refused_if_its_factors_are_anothers() throws IOException {
            var ours = org.bouncycastle.asn1.pkcs.RSAPrivateKey.getInstance(pkcs1(SECRET));
            var theirs = org.bouncycastle.asn1.pkcs.RSAPrivateKey.getInstance(pkcs1(Keys.NEIGHBOUR.getPrivate()));
            var mixed = new org.bouncycastle.asn1.pkcs.RSAPrivateKey(
                    ours.getModulus(),
                    ours.getPublicExponent(),
                    ours.getPrivateExponent(),
                    theirs.getPrime1(),
                    ours.getPrime2(),
                    ours.getExponent1(),
                    ours.getExponent2(),
                    ours.getCoefficient());

            assertRefusedAsPrivate(Base64.getEncoder().encodeToString(mixed.getEncoded()));
        }

        private void assertRefusedAsPrivate(String text) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pem.readPrivate(text));
            assertEquals(EXPECTED_SECRET, e.getMessage());
            assertEquals(null, e.getCause());
        }
    }

    @Nested
    class That_is_public {
        @Test
        void is_read_in_every_form_that_clients_use() throws IOException {
            for (String form : new String[] {
                Pem.writePublic(OPEN),
                Pem.oneLine(OPEN),
                armoured("RSA PUBLIC KEY", pkcs1(OPEN)),
                armoured("PUBLIC KEY", pkcs1(OPEN)),
                Base64.getEncoder().encodeToString(pkcs1(OPEN)),
            }) {
                assertEquals(OPEN, Pem.readPublic(form));
            }
        }

        @Test
        void is_one_line_of_392_characters_for_the_portal() {
            assertEquals(392, Pem.oneLine(OPEN).length());
            assertTrue(Pem.oneLine(OPEN).startsWith("MIIBIjAN"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "nonsense", "MAA=", "MAYCAQACAQA=", "MAYwAAYBAAUA"})
        void is_refused_if_it_is_none(String text) {
            assertRefusedAsPublic(text);
        }

        @Test
        void is_refused_if_it_is_private() {
            assertRefusedAsPublic(Pem.writePrivate(SECRET));
            assertRefusedAsPublic(Pem.oneLine(SECRET));
        }

        @Test
        void is_refused_if_its_numbers_are_unsound() throws IOException {
            BigInteger modulus = ((java.security.interfaces.RSAPublicKey) OPEN).getModulus();

            assertRefusedAsPublic(spki(modulus.clearBit(0), BigInteger.valueOf(65_537)));
            assertRefusedAsPublic(spki(modulus, BigInteger.ONE));
            assertRefusedAsPublic(spki(modulus, BigInteger.valueOf(65_536)));
            assertRefusedAsPublic(spki(modulus, BigInteger.ONE.shiftLeft(100).setBit(0)));
            assertRefusedAsPublic(spki(modulus.shiftRight(1).setBit(0), BigInteger.valueOf(65_537)));
            assertRefusedAsPublic(spki(BigInteger.ONE.shiftLeft(8_192).setBit(0), BigInteger.valueOf(65_537)));
            assertFalse(Pem.oneLine(Pem.readPublic(spki(modulus, BigInteger.valueOf(3))))
                    .isEmpty());
        }

        private String spki(BigInteger modulus, BigInteger exponent) throws IOException {
            var info = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(modulus, exponent));
            return new String(Base64.getEncoder().encode(info.getEncoded()), StandardCharsets.US_ASCII);
        }

        private void assertRefusedAsPublic(String text) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pem.readPublic(text));
            assertEquals(EXPECTED_OPEN, e.getMessage());
        }
    }
}
