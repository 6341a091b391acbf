package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.NeedsSoftHsm;
import io.quittance.application.key.SoftToken;
import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A key that a token holds")
@NeedsSoftHsm
class TokenTest {
    private static final int THREADS = 16;
    private static final int EACH = 25;
    private static final int TURNS = 3;
    private static final byte[] BODY = {1, 2, 3};

    /** One for as long as the process is: its library knows none but the first, whoever runs the tests one by one. */
    private static final Path FOLDER = folder();

    private static SoftToken token;

    @TempDir
    Path folder;

    private final NewKeys keys = new NewKeys(KeyOwners.NONE);

    @BeforeAll
    static void make() throws Throwable {
        if (token != null) {
            return;
        }
        token = SoftToken.in(FOLDER)
                .with("gateway", "RSA", "-keysize", "2048")
                .with("account", "RSA", "-keysize", "2048")
                .with("short", "RSA", "-keysize", "1024")
                .with("curve", "EC", "-groupname", "secp256r1");
        setVariable(SoftToken.SETTING, token.settings().toString());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library asks the process for it, and no process can be given one in Java once it runs. */
    @SuppressWarnings("restricted")
    private static void setVariable(String name, String value) throws Throwable {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            Object done = linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            assertEquals(0, done);
        }
    }

    private String refused(String reference) {
        String message = assertThrows(IllegalArgumentException.class, () -> keys.readPrivate(reference))
                .getMessage();
        assertFalse(message.contains(SoftToken.PIN), message);
        String begins = "private key at " + reference + ", as ";
        assertTrue(message.startsWith(begins), message);
        return message.substring(begins.length());
    }

    @Test
    void signs_there_and_never_leaves_it() {
        PrivateKey key = keys.readPrivate(token.reference("gateway"));
        Bytes body = Bytes.utf8("{\"a\":1}");

        PublicKey open = Pem.readPublic(token.certificate("gateway"));
        assertEquals(open, Rsa.publicOf(key));
        assertTrue(TestStores.verifies(open, body, Rsa.sign(key, body)));
        FoundKey found = new KeyReference(token.reference("gateway")).look();
        assertFalse(found.pair().getPrivate() instanceof RSAPrivateCrtKey);
        assertEquals(null, found.pair().getPrivate().getEncoded());
        assertEquals(
                Optional.of("SunPKCS11-test"),
                found.token().map(shown -> shown.provider().getName()));
    }

    @Test
    void signs_for_many_at_once() throws Exception {
        PrivateKey key = keys.readPrivate(token.reference("gateway"));
        PublicKey open = Rsa.publicOf(key);

        List<Future<Boolean>> signing = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * EACH;
                signing.add(threads.submit(() -> {
                    boolean all = true;
                    for (int i = first; i < first + EACH; i++) {
                        Bytes body = Bytes.utf8("body " + i);
                        all &= TestStores.verifies(open, body, Rsa.sign(key, body));
                    }
                    return all;
                }));
            }
        }

        for (Future<Boolean> one : signing) {
            assertTrue(one.get());
        }
    }

    @Test
    void signs_again_once_its_token_is_back_as_often_as_that_is_taken_away() throws Exception {
        HeldKey key = HeldKey.look(new KeyReference(token.reference("gateway")));
        HeldKey other = HeldKey.look(new KeyReference(token.reference("account")));

        for (int turn = 0; turn < TURNS; turn++) {
            Path away = Files.move(FOLDER.resolve("tokens"), FOLDER.resolve("away"));
            try {
                String unseen = assertThrows(HeldKey.Unavailable.class, () -> key.sign(BODY))
                        .getMessage();
                assertTrue(unseen.startsWith("the private key at " + key.reference() + " signs nothing: "), unseen);
                String missing = key.check().orElseThrow();
                assertTrue(missing.startsWith("there is no usable private key at " + key.reference()), missing);
                assertThrows(HeldKey.Unavailable.class, () -> key.sign(BODY));
                assertTrue(other.check().isPresent());
            } finally {
                Files.move(away, FOLDER.resolve("tokens"));
            }

            assertEquals(Optional.empty(), key.check());
            assertTrue(Rsa.verifies(key.open(), BODY, key.sign(BODY)));
            assertEquals(Optional.empty(), other.check());
            assertTrue(Rsa.verifies(other.open(), BODY, other.sign(BODY)));
        }
        signs_for_many_at_once();
    }

    @Test
    void goes_on_signing_while_its_library_is_initialized_anew_for_another() throws Exception {
        HeldKey key = HeldKey.look(new KeyReference(token.reference("gateway")));
        HeldKey missing = new HeldKey(new KeyReference(token.reference("missing")), key.open());
        int before = key.reference().token().orElseThrow().age();

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> signing = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                signing.add(threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        assertTrue(Rsa.verifies(key.open(), BODY, key.sign(BODY)));
                    }
                }));
            }
            for (int turn = 0; turn < TURNS; turn++) {
                assertTrue(missing.check().isPresent());
            }
            for (Future<?> one : signing) {
                one.get();
            }
        }

        assertTrue(key.reference().token().orElseThrow().age() >= before + TURNS);
    }

    @Test
    void is_refused_with_another_PIN_also_while_the_token_is_open() throws Exception {
        keys.readPrivate(token.reference("gateway"));
        Path wrong = Files.writeString(folder.resolve("wrong"), "1147-secret");

        assertEquals(
                "its password is another than the one that this process has opened the token with (expected: a token"
                        + " that answers, and its user's PIN)",
                refused("pkcs11:" + token.configuration() + "#gateway;password=file:" + wrong));
    }

    @Test
    void is_refused_with_a_PIN_that_the_token_refuses_and_that_is_tried_once_only() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path configuration = Files.writeString(
                other.resolve("token.cfg"),
                Files.readString(token.configuration()).replace("name = test", "name = other"));
        Path wrong = Files.writeString(other.resolve("wrong"), "1147-secret");
        String reference = "pkcs11:" + configuration + "#gateway;password=file:" + wrong;

        String first = refused(reference);
        String second = refused(reference);

        String expected = " (expected: a token that answers, and its user's PIN)";
        assertEquals("the token refuses its password (CKR_PIN_INCORRECT)" + expected, first);
        assertEquals(
                "the token has refused its password before, and is not asked again with the same" + expected, second);
    }

    @Test
    void is_refused_if_nothing_has_that_label() {
        assertEquals(
                "there is no private key with a certificate under the alias none (expected: an alias that has both;"
                        + " 'keytool -list' names them)",
                refused(token.reference("none")));
    }

    @Test
    void is_refused_if_it_is_none_that_may_sign() {
        assertEquals(
                "it is an EC key (expected: an RSA key of at least 2048 bits, X.509 or PKCS#1, as PEM or one line of"
                        + " base64)",
                refused(token.reference("curve")));
        assertEquals("its modulus has 1024 bits (expected: 2048 to 8192)", refused(token.reference("short")));
    }

    @Test
    void is_refused_if_its_token_cannot_be_had() throws Exception {
        Path none = folder.resolve("none.cfg");
        Path empty = Files.writeString(folder.resolve("empty.cfg"), "");
        Path away = Files.writeString(folder.resolve("away.cfg"), "name = away\nlibrary = /no/such/library.so\n");
        String rest = "#gateway;password=file:" + token.pinFile();

        assertEquals(
                "the file " + none + " cannot be read (expected: one that is there and may be read)",
                refused("pkcs11:" + none + rest));
        assertEquals(
                "the file " + empty + " is no configuration of SunPKCS11 that can be used (expected: a token that"
                        + " answers, and its user's PIN)",
                refused("pkcs11:" + empty + rest));
        assertEquals(
                "the library or the slot that the file " + away
                        + " names cannot be had (ProviderException) (expected: a"
                        + " token that answers, and its user's PIN)",
                refused("pkcs11:" + away + rest));
    }
}
