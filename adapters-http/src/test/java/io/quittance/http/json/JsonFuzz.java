package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON is read as others read it, or refused in few words; what was read is written and read again as the same. */
public final class JsonFuzz {
    /** Each is looked for from the beginning, so all of many would take long. */
    private static final int FIELDS = 3;

    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Differences.check(input);
        try {
            Json read = JsonReader.read(input);
            Json again =
                    JsonReader.read(JsonWriter.object(o -> o.value("it", read)).toArray());
            assertEquals(new Json.Obj(Map.of("it", read)), again);
            if (read instanceof Json.Obj object) {
                checkFields(input, object);
            }
        } catch (JsonFault fault) {
            assertTrue(fault.getMessage().length() < 40, fault.getMessage());
        }
    }

    /** A field stands to the letter where it is looked for, and another value in its place changes nothing else. */
    private static void checkFields(byte[] input, Json.Obj object) throws JsonFault {
        List<Map.Entry<String, Json>> some =
                object.fields().entrySet().stream().limit(FIELDS).toList();
        for (Map.Entry<String, Json> field : some) {
            String raw = JsonReader.rawField(input, field.getKey()).orElseThrow();
            assertEquals(field.getValue(), JsonReader.read(Bytes.utf8(raw).toArray()));
            String same = JsonReader.withField(input, field.getKey(), raw);
            assertEquals(new String(input, StandardCharsets.UTF_8), same);
        }
    }
}
