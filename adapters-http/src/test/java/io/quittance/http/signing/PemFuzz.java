package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A text, or DER in base64, is refused in our own words, or is a key that is written and read again as the same. */
public final class PemFuzz {
    private static final Pattern REFUSAL =
            Pattern.compile("(private|public) key(, as [^()]+(\\(ROCA, [^()]+\\))?)? \\(expected: [^)]+\\)");

    private PemFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
        check(Base64.getEncoder().encodeToString(input));
    }

    private static void check(String text) {
        check(text, Pem::readPublic, Pem::writePublic);
        check(text, Pem::readPrivate, Pem::writePrivate);
    }

    private static <K extends Key> void check(String text, Function<String, K> read, Function<K, String> write) {
        try {
            K key = read.apply(text);
            assertEquals(key, read.apply(write.apply(key)));
            assertEquals(key, read.apply(Pem.oneLine(key)));
        } catch (IllegalArgumentException refusal) {
            assertTrue(REFUSAL.matcher(refusal.getMessage()).matches(), refusal.getMessage());
            assertFalse(text.length() > 40 && refusal.getMessage().contains(text), "shows the text");
        }
    }
}
