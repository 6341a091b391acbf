package io.quittance.bootstrap.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A file of a key")
class KeysInFilesTest {
    private static final KeyPair PAIR = Rsa.newPair();
    private static final String PEM = Pem.writePublic(PAIR.getPublic());

    @TempDir
    Path folder;

    private static Named<byte[]> text(String name, String text, Charset charset) {
        return named(name, text.getBytes(charset));
    }

    static Stream<Named<byte[]>> files() {
        return Stream.of(
                named("DER", PAIR.getPublic().getEncoded()),
                text("UTF-8", PEM, StandardCharsets.UTF_8),
                text("UTF-8 with its mark", "\ufeff" + PEM, StandardCharsets.UTF_8),
                text("UTF-16, little end first", "\ufeff" + PEM, StandardCharsets.UTF_16LE),
                text("UTF-16, big end first", "\ufeff" + PEM, StandardCharsets.UTF_16BE),
                text("Latin 1 around it", "Unser Schl\u00fcssel:\r\n" + PEM, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_read_as_people_have_it(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("key"), content);

        assertEquals(PAIR.getPublic(), KeyFiles.readPublic(file));
        assertEquals(PAIR.getPublic(), Pem.readPublic(KeyFiles.key(file)));
    }

    @Test
    void may_hold_a_private_one_as_DER() throws IOException {
        Path file = Files.write(folder.resolve("key"), PAIR.getPrivate().getEncoded());

        assertEquals(PAIR.getPrivate(), KeyFiles.readPrivate(file));
    }

    @Test
    void is_named_if_what_is_in_it_is_none() throws IOException {
        Path file = Files.write(folder.resolve("key"), PAIR.getPrivate().getEncoded());

        String message =
                assertThrows(Trouble.class, () -> KeyFiles.readPublic(file)).getMessage();

        assertEquals(
                "The file " + file + " holds no usable public key, as there is a private key in it, which is to be kept"
                        + " secret (expected: the public one of that pair).",
                message);
    }
}
