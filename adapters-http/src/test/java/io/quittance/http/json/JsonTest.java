package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON")
class JsonTest {
    private static Json read(String text) throws JsonFault {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class That_is_read {
        @Test
        void keeps_everything_as_it_was_written() throws JsonFault {
            Json read = read(
                    " {\"b\":[1.50,-0,1E+2],\"a\":{\"t\":true,\"n\":null},\"s\":\"\\u00fc\\ud83d\\ude00\\u0000\"} ");

            assertEquals(
                    List.of("b", "a", "s"),
                    List.copyOf(((Json.Obj) read).fields().keySet()));
            assertEquals(
                    new Json.Obj(Map.of(
                            "b",
                            new Json.Arr(List.of(new Json.Num("1.50"), new Json.Num("-0"), new Json.Num("1E+2"))),
                            "a",
                            new Json.Obj(Map.of("t", new Json.Bool(true), "n", new Json.Null())),
                            "s",
                            new Json.Str("ü😀\0"))),
                    read);
        }

        @Test
        void never_makes_a_number_of_a_number() throws JsonFault {
            String gigantic = "9".repeat(60_000) + "e" + "9".repeat(1_000);

            assertEquals(new Json.Num(gigantic), read(gigantic));
        }

        @Test
        void may_be_16_levels_deep() throws JsonFault {
            assertEquals(new Json.Arr(List.of()), innermost(read("[".repeat(16) + "]".repeat(16))));
        }

        private Json innermost(Json json) {
            return json instanceof Json.Arr(var items) && !items.isEmpty() ? innermost(items.getFirst()) : json;
        }
    }

    @Nested
    class That_is_refused {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "{}{}, more than one document",
                    "`1 2`, more than one document",
                    "`{\"a\":1,\"a\":1}`, the same key twice",
                    "`{\"a\":1,\"\\u0061\":1}`, the same key twice",
                    "`[{\"a\":{\"b\":1,\"b\":1}}]`, the same key twice",
                    "`\"\\ud83d\"`, a lone surrogate",
                    "`\"\\ude00\\ud83d\"`, a lone surrogate",
                    "`{\"\\udc00\":1}`, not JSON",
                    "NaN, not JSON",
                    "{a:1}, not JSON",
                    "`[1,]`, not JSON",
                    "tru, not JSON",
                    "`\"a\tb\"`, not JSON",
                    "`\"\\x\"`, not JSON",
                    "], not JSON",
                    "1x, not JSON",
                })
        void says_why(String text, String why) {
            assertEquals(why, assertThrows(JsonFault.class, () -> read(text)).getMessage());
        }

        @Test
        void says_that_it_is_empty() {
            assertEquals("empty", assertThrows(JsonFault.class, () -> read("")).getMessage());
        }

        @Test
        void says_that_it_begins_with_a_byte_order_mark() {
            assertEquals(
                    "begins with a byte-order mark",
                    assertThrows(JsonFault.class, () -> read("\uFEFF{}")).getMessage());
        }

        @ParameterizedTest
        @ValueSource(ints = {17, 1_000, 60_000})
        void says_that_it_is_too_deep(int levels) {
            assertEquals(
                    "nested deeper than 16 levels",
                    assertThrows(JsonFault.class, () -> read("[".repeat(levels)))
                            .getMessage());
        }
    }

    @Nested
    class That_is_written {
        @Test
        void is_minified_in_the_order_of_the_calls_and_escapes_only_what_it_must() {
            assertEquals(
                    "{\"b\":\"ü/<😀\\n"
                        + "\\\"\",\"a\":null,\"n\":100.50,\"t\":true,\"o\":{\"x\":null,\"y\":\"1\"},\"l\":[{\"i\":\"1\"}]}",
                    JsonWriter.object(o -> o.text("b", "ü/<😀\n\"")
                                    .nul("a")
                                    .number("n", "100.50")
                                    .bool("t", true)
                                    .object(
                                            "o",
                                            x -> x.text("x", Optional.empty()).text("y", Optional.of("1")))
                                    .array("l", List.of("1"), (item, i) -> item.text("i", i)))
                            .asUtf8());
        }
    }
}
