package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A field, to the letter,")
class RawFieldTest {
    private static Optional<String> raw(String json) throws JsonFault {
        return JsonReader.rawField(json.getBytes(StandardCharsets.UTF_8), "data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"a\" : 1.50,\n\t\"b\":\"\\/\\u00e9\" }",
                "{\"data\":{\"data\":1}}",
                "{\"s\":\"}{\\\"\",\"e\":1e3,\"\uD83E\uDD8A\":\"\u00E9\"}",
                "[1,{\"x\":[]}]",
                "\"text\"",
                "12.50",
                "true",
                "null"
            })
    void is_what_stands_there_wherever_it_stands(String value) throws JsonFault {
        assertEquals(Optional.of(value), raw("{\"data\":" + value + "}"));
        assertEquals(Optional.of(value), raw("{\"a\":{\"data\":0},\"data\" : " + value + " ,\"z\":[1]}"));
        assertEquals(Optional.of(value), raw("  {\"\u00E9\":\"\uD83E\uDD8A\",\n\"data\":" + value + "\n}\n"));
    }

    @Test
    void is_not_there_where_it_is_not() throws JsonFault {
        assertEquals(Optional.empty(), raw("{\"Data\":1,\"a\":{\"data\":2}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{\"data\":"})
    void is_a_field_of_an_object(String json) {
        assertThrows(JsonFault.class, () -> raw(json));
    }
}
