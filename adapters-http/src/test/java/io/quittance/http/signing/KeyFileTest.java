package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.live.Keys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of a key")
class KeyFileTest {
    private static final PublicKey OPEN = Keys.MERCHANT.getPublic();
    private static final String PEM = TestKeys.armoured("PUBLIC KEY", OPEN.getEncoded());

    private static byte[] bytes(int... bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int one : bytes) {
            all.write(one);
        }
        return all.toByteArray();
    }

    private static byte[] marked(int first, int second, byte[] rest) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(first, second));
        all.writeBytes(rest);
        return all.toByteArray();
    }

    @Test
    void may_be_DER() {
        assertEquals(TestKeys.base64(OPEN.getEncoded()), Pem.text(OPEN.getEncoded()));
        assertEquals("MIE=", Pem.text(bytes(0x30, 0x81)));
        assertEquals("MIIBAA==", Pem.text(bytes(0x30, 0x82, 1, 0)));
    }

    @Test
    void may_be_text_in_any_encoding_that_editors_write() {
        assertEquals(PEM, Pem.text(PEM.getBytes(StandardCharsets.UTF_8)));
        assertEquals(PEM, Pem.text(marked(0xff, 0xfe, PEM.getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(PEM, Pem.text(marked(0xfe, 0xff, PEM.getBytes(StandardCharsets.UTF_16BE))));
    }

    /** As the password of a store may be. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "ü"})
    void may_be_as_short_as_can_be(String text) {
        assertEquals(text, Pem.text(text.getBytes(StandardCharsets.UTF_8)));
    }
}
