package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What we read others read as the same, numbers to the letter; what others refuse we refuse; and what others read and we do not is
 * refused for one of the reasons here. That two readers differ about one signed request is what an attacker looks for.
 */
final class Differences {
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\\\u[dD][89a-fA-F]");

    /** Gson takes no number that is longer. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[-+.eE0-9]{1000}");

    private Differences() {}

    static void check(byte[] document) {
        Optional<Json> gson = OtherReaders.gson(document);
        Optional<Json> parsson = OtherReaders.parsson(document);
        String shown = new String(document, StandardCharsets.UTF_8);
        try {
            Json read = JsonReader.read(document);
            assertTrue(
                    gson.equals(Optional.of(read))
                            || gson.isEmpty() && LONG_NUMBER.matcher(shown).find(),
                    shown);
            assertEquals(Optional.of(read), parsson, shown);
        } catch (JsonFault fault) {
            if (gson.isPresent() || parsson.isPresent()) {
                assertTrue(isDecided(fault.getMessage(), shown), fault.getMessage() + ": " + shown);
            }
        }
    }

    /** Why we refuse what one of the others reads. */
    private static boolean isDecided(String why, String document) {
        return switch (why) {
            // Both read it: the last of them counts, or the first where they are told so.
            case "the same key twice" -> true;
            // Both read it: to 255 levels, to 1000.
            case "nested deeper than 16 levels" -> true;
            // Gson skips it.
            case "begins with a byte-order mark" -> true;
            // Parsson hands it on.
            case "a lone surrogate" -> true;
            // The same in a name, where the parser beneath finds it.
            case "not JSON" -> HALF_A_PAIR.matcher(document).find();
            default -> false;
        };
    }
}
