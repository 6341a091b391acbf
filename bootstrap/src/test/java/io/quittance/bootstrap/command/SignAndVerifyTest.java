package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Sign and verify, by the command line,")
class SignAndVerifyTest {
    @TempDir
    private Path folder;

    private Path body;

    @BeforeEach
    void with_a_pair_and_a_body() throws IOException {
        Ran.of("keygen", "--out", folder.toString());
        body = Files.writeString(folder.resolve("body.json"), "{\"a\":\"ü\"}");
    }

    private String sign() {
        Ran signed = Ran.of("sign", "--key", folder.resolve("private-key.txt").toString(), body.toString());
        assertEquals(0, signed.exit(), signed.err());
        return signed.out().strip();
    }

    private Ran verify(String sign) {
        return Ran.of("verify", "--key", folder.resolve("public-key.pem").toString(), "--sign", sign, body.toString());
    }

    @Test
    void agree_on_a_body() {
        assertEquals(new Ran(0, "valid\n", ""), verify(sign()));
    }

    @Test
    void agree_if_it_is_one_of_several_keys() {
        Path other = folder.resolve("other");
        Ran.of("keygen", "--out", other.toString());
        String first = other.resolve("public-key.txt").toString();
        String second = folder.resolve("public-key.pem").toString();

        assertEquals(
                new Ran(0, "valid\n", ""),
                Ran.of("verify", "--key", first, "--key", second, "--sign", sign(), body.toString()));
        assertEquals(new Ran(1, "invalid\n", ""), Ran.of("verify", "--key", first, "--sign", sign(), body.toString()));
    }

    @Test
    void disagree_on_a_changed_body() throws IOException {
        String sign = sign();
        Files.writeString(body, "{\"a\":\"u\"}");

        assertEquals(new Ran(1, "invalid\n", ""), verify(sign));
        assertEquals(new Ran(1, "invalid\n", ""), verify("not base64"));
    }

    @Test
    void name_the_file_that_cannot_be_read() {
        Path none = folder.resolve("none");

        Ran noKey = Ran.of("sign", "--key", none.toString(), body.toString());
        Ran wrongKey = Ran.of("sign", "--key", folder.resolve("public-key.pem").toString(), body.toString());
        Ran noBody = Ran.of("sign", "--key", folder.resolve("private-key.pem").toString(), none.toString());

        assertEquals(new Ran(1, "", "The file " + none + " cannot be read: there is no such file or folder.\n"), noKey);
        assertEquals(1, wrongKey.exit());
        assertTrue(wrongKey.err().contains("holds no usable private key, as it is a public key"), wrongKey.err());
        assertEquals(new Ran(1, "", "The file " + none + " cannot be read.\n"), noBody);
    }
}
