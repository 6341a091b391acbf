package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What we read others read as the same, numbers to the letter; what others refuse we refuse; and what others read and we do not is
 * refused for one of the reasons here. That two readers differ about one signed request is what an attacker looks for.
 */
class JsonDifferencesTest {
    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void sound_documents_are_read_as_others_read_them(@ForAll Random random) {
        compare(Documents.sound(random));
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void damaged_documents_are_read_or_refused_as_others_do(@ForAll Random random) {
        compare(Documents.damaged(random));
    }

    private static void compare(byte[] document) {
        Optional<Json> gson = OtherReaders.gson(document);
        Optional<Json> parsson = OtherReaders.parsson(document);
        String shown = new String(document, StandardCharsets.UTF_8);
        try {
            Json read = JsonReader.read(document);
            assertEquals(Optional.of(read), gson, shown);
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
            case "not JSON" -> document.matches("(?s).*\\\\u[dD][89a-fA-F].*");
            default -> false;
        };
    }
}
