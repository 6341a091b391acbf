package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class JsonPropertiesTest {
    @Property(tries = 300)
    void what_is_written_is_read_back(@ForAll @Size(max = 8) List<String> texts) throws JsonFault {
        List<String> sound = texts.stream()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .toList();

        byte[] written = JsonWriter.object(o -> o.array("texts", sound, (item, text) -> item.text("text", text)))
                .toArray();

        List<Json> expected = sound.stream()
                .<Json>map(text -> new Json.Obj(Map.of("text", new Json.Str(text))))
                .toList();
        assertEquals(new Json.Obj(Map.of("texts", new Json.Arr(expected))), JsonReader.read(written));
    }

    @Property(tries = 2_000)
    void noise_is_refused_by_one_exception_in_few_words(@ForAll("noise") String noise, @ForAll byte[] more) {
        assertReadOrRefused(noise.getBytes(StandardCharsets.UTF_8));
        assertReadOrRefused(more);
    }

    /** Anything that looks like JSON from afar. */
    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings()
                .withChars("{}[]\",:\\u0129abdtrfnle-+.E \t\n")
                .withChars('\0', '\u00fc', '\uFEFF')
                .ofMaxLength(60);
    }

    private static void assertReadOrRefused(byte[] body) {
        try {
            JsonReader.read(body);
        } catch (JsonFault fault) {
            assertTrue(fault.getMessage().length() < 40, fault.getMessage());
        }
    }
}
