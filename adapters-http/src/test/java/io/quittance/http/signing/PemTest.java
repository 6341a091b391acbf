package io.quittance.http.signing;

import static io.quittance.http.signing.TestKeys.armoured;
import static io.quittance.http.signing.TestKeys.base64;
import static io.quittance.http.signing.TestKeys.pkcs1;
import static io.quittance.http.signing.TestKeys.spki;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.concurrent.TimeUnit;
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
    private static final String RSA_SECRET =
            "an unencrypted RSA key of at least 2048 bits, PKCS#8 or PKCS#1, as PEM or one line of base64";
    private static final String RSA_OPEN =
            "an RSA key of at least 2048 bits, X.509 or PKCS#1, as PEM or one line of base64";

    @Nested
    class That_is_private {
        @Test
        void is_read_in_every_form_that_clients_use() {
            for (String form : new String[] {
                Pem.writePrivate(SECRET),
                Pem.oneLine(SECRET),
                Pem.oneLine(SECRET) + "\n",
                armoured("RSA PRIVATE KEY", pkcs1(SECRET)),
                armoured("RSA PRIVATE KEY", SECRET.getEncoded()),
                armoured("PRIVATE KEY", pkcs1(SECRET)),
                base64(pkcs1(SECRET)),
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
        @ValueSource(strings = {"", "\n", "nonsense", "MIIB", "AAAA", "-----BEGIN PRIVATE KEY-----", "MAA="})
        void is_refused_if_it_is_none(String text) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pem.readPrivate(text));
            assertEquals("private key (expected: " + RSA_SECRET + ")", e.getMessage());
        }

        @Test
        void is_refused_if_it_is_too_short() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);

            assertRefusedAsPrivate(
                    "its modulus has 1024 bits (expected: 2048 to 8192)",
                    Pem.oneLine(generator.generateKeyPair().getPrivate()));
        }

        @Test
        void is_refused_if_it_is_public_or_of_another_kind() throws Exception {
            assertRefusedAsPrivate("it is a public key (expected: " + RSA_SECRET + ")", Pem.writePublic(OPEN));
            assertRefusedAsPrivate(
                    "it is an EC key (expected: " + RSA_SECRET + ")",
                    Pem.oneLine(
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

            assertRefusedAsPrivate(
                    "its factors are those of another modulus (expected: " + RSA_SECRET + ")",
                    base64(mixed.getEncoded()));
        }

        private void assertRefusedAsPrivate(String why, String text) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pem.readPrivate(text));
            assertEquals("private key, as " + why, e.getMessage());
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
                base64(pkcs1(OPEN)),
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
        @ValueSource(strings = {"", "nonsense", "MAA=", "MAYwAAYBAAUA"})
        void is_refused_if_it_is_none(String text) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Pem.readPublic(text));
            assertEquals("public key (expected: " + RSA_OPEN + ")", e.getMessage());
        }

        @Test
        void is_used_though_nobody_could_register_it_any_more() {
            BigInteger modulus = ((java.security.interfaces.RSAPublicKey) OPEN).getModulus();
            String three = spki(modulus, BigInteger.valueOf(3));

            assertEquals(three, Pem.oneLine(Pem.readPublic(three)));
            assertThrows(IllegalArgumentException.class, () -> new NewKeys(KeyOwners.NONE).readPublic(three));
        }
    }
}
