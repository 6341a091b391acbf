package io.quittance.bootstrap.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.StoreFile;
import io.quittance.bootstrap.keys.KeyDirectory.Keys;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key directory")
class KeyDirectoryTest {
    private static final byte[] BODY = "body".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void names_a_folder_that_is_not_there() {
        data = home.resolve("data");
    }

    private Keys open() {
        return KeyDirectory.open(data, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private String refused() {
        return assertThrows(Trouble.class, this::open).getMessage();
    }

    private Path key(String name) {
        return data.resolve("keys").resolve(name);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class At_the_first_start {
        @Test
        void makes_a_pair_that_signs_and_verifies() throws Exception {
            KeyPair pair = open().gateway();

            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(pair.getPrivate());
            signing.update(BODY);
            Signature verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(pair.getPublic());
            verifying.update(BODY);
            assertTrue(verifying.verify(signing.sign()));
        }

        @Test
        void lets_only_the_owner_read_what_is_secret() throws IOException {
            open();

            assertEquals("rwx------", mode(data));
            assertEquals("rwx------", mode(data.resolve("keys")));
            assertEquals("rw-------", mode(key("gateway-private-key.pem")));
            assertEquals("rw-r--r--", mode(key("gateway-public-key.pem")));
            assertEquals("rw-r--r--", mode(key("gateway-public-key.txt")));
            assertEquals("rw-------", mode(key("body-key")));
            assertEquals("rw-------", mode(key("audit-key")));
        }

        @Test
        void leaves_no_draft_behind() throws IOException {
            open();

            try (var files = Files.list(data.resolve("keys"))) {
                assertEquals(5, files.count());
            }
        }
    }

    @Nested
    class At_a_later_start {
        private Keys first;

        @BeforeEach
        void was_opened_before() {
            first = open();
        }

        @Test
        void reads_the_same_keys() {
            Keys second = open();

            assertEquals(first.gatewayKeyId(), second.gatewayKeyId());
            assertEquals(first.bodies(), second.bodies());
        }

        @Test
        void makes_a_lost_public_key_again_from_the_private_one() throws IOException {
            Files.delete(key("gateway-public-key.pem"));
            Files.delete(key("gateway-public-key.txt"));

            open();

            assertEquals(first.gateway().getPublic(), Pem.readPublic(Files.readString(key("gateway-public-key.pem"))));
            assertEquals(Pem.oneLine(first.gateway().getPublic()), Files.readString(key("gateway-public-key.txt")));
        }

        @Test
        void refuses_a_private_key_that_is_garbage_and_does_not_replace_it() throws IOException {
            Files.writeString(key("gateway-private-key.pem"), "garbage of somebody");

            String message = refused();

            assertTrue(message.startsWith("The file " + key("gateway-private-key.pem") + " holds no usable"), message);
            assertFalse(message.contains("garbage"), message);
            assertEquals("garbage of somebody", Files.readString(key("gateway-private-key.pem")));
        }

        @Test
        void refuses_a_private_key_that_is_not_even_text() throws IOException {
            Files.write(key("gateway-private-key.pem"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

            assertTrue(refused().contains("holds no usable private key (expected: "));
        }

        @Test
        void refuses_a_body_key_that_is_not_even_text() throws IOException {
            Files.write(key("body-key"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

            assertTrue(refused().endsWith("is no key file: it is not text."));
        }

        @Test
        void refuses_a_public_key_of_another_pair() throws IOException {
            Files.writeString(
                    key("gateway-public-key.pem"), Pem.writePublic(Rsa.newPair().getPublic()));

            assertTrue(refused().contains("are not a pair"));
        }

        @Test
        void refuses_a_body_key_of_another_length() throws IOException {
            Files.writeString(key("body-key"), "c2hvcnQ=");

            assertTrue(refused().contains("holds no body key (expected: 32 random bytes"));
        }

        @Test
        void refuses_a_folder_where_a_file_should_be() throws IOException {
            Files.delete(key("body-key"));
            Files.createDirectory(key("body-key"));

            assertTrue(refused().endsWith("cannot be read: it is a folder."));
        }
    }

    @Nested
    class With_files_by_setting {
        @Test
        void uses_those_and_makes_no_others() throws IOException {
            KeyPair own = Rsa.newPair();
            Path gateway = Files.writeString(home.resolve("own.txt"), Pem.oneLine(own.getPrivate()));
            Path body = Files.writeString(home.resolve("body"), "00".repeat(32));
            Path audit = Files.writeString(home.resolve("audit"), "01".repeat(32));

            Keys keys = KeyDirectory.open(
                    data, Optional.of(KeyReference.file(gateway)), Optional.of(body), Optional.of(audit));

            assertEquals(own.getPublic(), keys.gateway().getPublic());
            assertArrayEquals(new byte[32], keys.bodies().getFirst().key().getEncoded());
            assertFalse(Files.exists(key("gateway-private-key.pem")));
            assertEquals("01".repeat(32), HexFormat.of().formatHex(keys.audit().getEncoded()));
            assertFalse(Files.exists(key("body-key")));
            assertFalse(Files.exists(key("audit-key")));
        }

        @Test
        void refuses_one_that_is_not_there() {
            Path none = home.resolve("none.pem");

            Trouble trouble = assertThrows(
                    Trouble.class,
                    () -> KeyDirectory.open(
                            data, Optional.of(KeyReference.file(none)), Optional.empty(), Optional.empty()));

            assertEquals(
                    "The file " + none + " cannot be read: there is no such file or folder.", trouble.getMessage());
        }
    }

    @Nested
    class With_a_key_that_is_kept_elsewhere {
        private Keys with(String reference) {
            return KeyDirectory.open(data, KeyReference.of(reference), Optional.empty(), Optional.empty());
        }

        @Test
        void leaves_it_there() throws Exception {
            String password = System.getenv("PATH");
            Path store = StoreFile.made(home.resolve("gateway.p12"), "gateway", "-storepass:env", "PATH");

            Keys keys = with("pkcs12:" + store + "#gateway;password=env:PATH");

            KeyStore judge = KeyStore.getInstance(store.toFile(), password.toCharArray());
            assertEquals(
                    judge.getCertificate("gateway").getPublicKey(),
                    keys.gateway().getPublic());
            assertTrue(keys.gateway().getPrivate() instanceof HeldKey);
            assertFalse(Files.exists(key("gateway-private-key.pem")));
        }

        @Test
        void refuses_one_that_is_not_there() {
            assertEquals(
                    "QUITTANCE_GATEWAY_KEY names no usable private key at env:NO_SUCH_KEY, as the variable NO_SUCH_KEY"
                            + " is not set here (expected: one of this process).",
                    assertThrows(Trouble.class, () -> with("env:NO_SUCH_KEY")).getMessage());
            assertFalse(Files.exists(key("body-key")), "no other key was made");
        }
    }

    @Test
    void says_that_a_file_stands_where_its_folder_should_be() throws IOException {
        Files.writeString(data, "a file");

        assertTrue(refused().contains("cannot be made"));
    }

    @Test
    void never_shows_its_keys() {
        String secret = Pem.oneLine(open().gateway().getPrivate());

        assertFalse(open().toString().contains(secret.substring(40, 60)));
    }
}
