package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reference to a key")
class KeyReferenceTest {
    private static final Bytes BODY = Bytes.utf8("{\"a\":1}");
    private static final String PASSWORD = "correct horse";

    private static final KeyPair PAIR = Keys.MERCHANT;

    @TempDir
    Path folder;

    private final NewKeys keys = new NewKeys(KeyOwners.NONE);

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String stored(KeyPair pair, KeyPair certified) {
        Path store = TestStores.pkcs12(folder.resolve("keys.p12"), "gateway", pair, certified, PASSWORD);
        return "pkcs12:" + store + "#gateway;password=file:" + file("password", PASSWORD + "\n");
    }

    private void assertSigns(String reference) {
        PrivateKey key = keys.readPrivate(reference);

        assertEquals(PAIR.getPublic(), Rsa.publicOf(key));
        assertTrue(TestStores.verifies(PAIR.getPublic(), BODY, Rsa.sign(key, BODY)));
        assertEquals(Optional.empty(), HeldKey.flaw(key));
    }

    /** What it says is the same for a person who registers it, and for one who reads the log later. */
    private void assertRefused(String reference, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> keys.readPrivate(reference))
                .getMessage();

        assertEquals("private key at " + reference + ", as " + why, message);
        HeldKey held = new HeldKey(new KeyReference(reference), PAIR.getPublic());
        assertEquals(Optional.of("there is no usable " + message), held.check());
        assertEquals(
                "there is no usable " + message,
                assertThrows(HeldKey.Unavailable.class, () -> Rsa.sign(held, BODY))
                        .getMessage());
    }

    @Nested
    class To_a_file {
        @Test
        void signs_with_its_key_in_any_form() throws IOException {
            assertSigns("file:" + file("key.pem", Pem.writePrivate(PAIR.getPrivate())));
            assertSigns("file:" + file("key.txt", Pem.oneLine(PAIR.getPrivate())));
            assertSigns("file:"
                    + Files.write(folder.resolve("key.der"), PAIR.getPrivate().getEncoded()));
        }

        @Test
        void is_refused_where_there_is_none() {
            String reference = "file:" + folder.resolve("none.pem");

            assertRefused(
                    reference,
                    "the file " + folder.resolve("none.pem")
                            + " cannot be read (expected: one that is there and may be read)");
        }

        @Test
        void is_refused_if_it_is_too_large_for_a_key() {
            Path large = file("large", "x".repeat(64 * 1024 + 1));

            String key = Pem.writePrivate(PAIR.getPrivate());
            assertSigns("file:" + file("padded", key + " ".repeat(64 * 1024 - key.length())));
            assertRefused(
                    "file:" + large,
                    "the file " + large + " has more than 65536 bytes (expected: one with a key or a" + " password)");
        }

        @Test
        void is_refused_if_the_key_is_none_that_may_sign() {
            String expected = " (expected: an unencrypted RSA key of at least 2048 bits, PKCS#8 or PKCS#1, as PEM or"
                    + " one line of base64)";
            KeyPair curve = TestKeys.pair("EC", 256);
            KeyPair shortOne = TestKeys.pair("RSA", 1024);

            assertRefused("file:" + file("ec.pem", Pem.writePrivate(curve.getPrivate())), "it is an EC key" + expected);
            assertRefused(
                    "file:" + file("open.pem", Pem.writePublic(PAIR.getPublic())), "it is a public key" + expected);
            assertRefused(
                    "file:" + file("short.pem", Pem.writePrivate(shortOne.getPrivate())),
                    "its modulus has 1024 bits (expected: 2048 to 8192)");
        }
    }

    @Nested
    class To_a_variable {
        @Test
        void is_refused_where_it_is_not_set() {
            assertRefused(
                    "env:QUITTANCE_NO_SUCH_KEY",
                    "the variable QUITTANCE_NO_SUCH_KEY is not set here (expected: one of this process)");
        }

        @Test
        void shows_nothing_of_what_is_no_key() {
            String message = assertThrows(IllegalArgumentException.class, () -> keys.readPrivate("env:PATH"))
                    .getMessage();

            assertEquals(
                    "private key at env:PATH (expected: an unencrypted RSA key of at least 2048 bits, PKCS#8 or PKCS#1,"
                            + " as PEM or one line of base64)",
                    message);
        }
    }

    @Nested
    class To_a_store {
        @Test
        void signs_with_its_key() {
            assertSigns(stored(PAIR, PAIR));
        }

        @Test
        void may_have_its_password_in_a_variable() {
            Path store = TestStores.pkcs12(folder.resolve("env.p12"), "a b", PAIR, PAIR, System.getenv("PATH"));

            assertSigns("pkcs12:" + store + "#a b;password=env:PATH");
        }

        @Test
        void is_refused_with_another_password() {
            String reference = stored(PAIR, PAIR);
            file("password", "battery staple");

            assertRefused(
                    reference,
                    "its password does not open it (expected: the store's password, which is the key's as well)");
        }

        @Test
        void is_refused_without_its_password() {
            Path store = TestStores.pkcs12(folder.resolve("keys.p12"), "gateway", PAIR, PAIR, PASSWORD);

            assertRefused(
                    "pkcs12:" + store + "#gateway;password=env:QUITTANCE_NO_SUCH_PASSWORD",
                    "the variable QUITTANCE_NO_SUCH_PASSWORD is not set here (expected: one of this process)");
            assertRefused(
                    "pkcs12:" + store + "#gateway;password=file:" + folder.resolve("none"),
                    "the file " + folder.resolve("none")
                            + " cannot be read (expected: one that is there and may be read)");
        }

        @Test
        void is_refused_if_nothing_has_that_alias() {
            assertRefused(
                    stored(PAIR, PAIR).replace("#gateway", "#gatway"),
                    "there is no private key with a certificate under the alias gatway (expected: an alias that has"
                            + " both; 'keytool -list' names them)");
        }

        @Test
        void is_refused_if_the_file_is_none() {
            Path password = file("password", PASSWORD);
            Path pem = file("key.pem", Pem.writePrivate(PAIR.getPrivate()));

            assertRefused(
                    "pkcs12:" + folder.resolve("none.p12") + "#gateway;password=file:" + password,
                    "the file " + folder.resolve("none.p12")
                            + " cannot be read (expected: one that is there and may be read)");
            assertRefused(
                    "pkcs12:" + pem + "#gateway;password=file:" + password,
                    "the file " + pem + " is no store that can be read (expected: a PKCS#12 store)");
        }

        @Test
        void is_refused_if_the_key_is_none_that_may_sign() {
            KeyPair curve = TestKeys.pair("EC", 256);
            KeyPair shortOne = TestKeys.pair("RSA", 1024);

            assertRefused(
                    stored(curve, curve),
                    "it is an EC key (expected: an RSA key of at least 2048 bits, X.509 or PKCS#1, as PEM or one line"
                            + " of base64)");
            assertRefused(stored(shortOne, shortOne), "its modulus has 1024 bits (expected: 2048 to 8192)");
        }

        @Test
        void is_refused_if_the_certificate_is_of_another_key() {
            assertRefused(
                    stored(PAIR, Keys.NEIGHBOUR),
                    "what it signs does not verify with its certificate's key (expected: a key with its own"
                            + " certificate)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env:",
                "env:A B",
                "env:1",
                "file:",
                "file:a\nb",
                "pkcs12:a.p12",
                "pkcs12:a.p12#b",
                "pkcs12:a.p12#b;password=secret",
                "pkcs12:a.p12#b;password=env:",
                "pkcs12:a.p12;password=env:A",
                "pkcs11:#b;password=env:A",
                "pkcs11:a.cfg#b;password=pass:secret"
            })
    void that_is_none_is_refused_without_a_word_of_it(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> keys.readPrivate(text))
                .getMessage();

        assertEquals(
                "reference to a key (expected: file:PATH, env:NAME, pkcs12:PATH#ALIAS;password=file:PATH or =env:NAME,"
                        + " or pkcs11: with the same)",
                message);
    }

    @Test
    void is_told_from_keys_and_from_files() {
        assertEquals(Optional.empty(), KeyReference.of(Pem.writePrivate(PAIR.getPrivate())));
        assertEquals(Optional.empty(), KeyReference.of(Pem.oneLine(PAIR.getPrivate())));
        assertEquals(Optional.empty(), KeyReference.of("/etc/quittance/key.pem"));
        assertEquals(Optional.empty(), KeyReference.of("C:\\keys\\key.pem"));
        assertEquals(Optional.of(new KeyReference("env:KEY")), KeyReference.of(" env:KEY\n"));
        assertFalse(new KeyReference("env:KEY").path().isPresent());
        assertEquals(Optional.of(Path.of("/keys/a.pem")), new KeyReference("file:/keys/a.pem").path());
        assertEquals("file:/keys/a.pem", new KeyReference("file:/keys/a.pem").toString());
        assertEquals(512, KeyReference.file(Path.of("x".repeat(507))).text().length());
        assertThrows(IllegalArgumentException.class, () -> KeyReference.file(Path.of("x".repeat(508))));
    }
}
