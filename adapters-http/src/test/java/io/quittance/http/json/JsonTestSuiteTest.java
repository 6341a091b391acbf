package io.quittance.http.json;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The documents that parsers of JSON were found to disagree about, collected by Nicolas Seriot. */
@DisplayName("JSONTestSuite")
class JsonTestSuiteTest {
    private static final List<Case> CASES = cases();

    /**
     * What the standard leaves open ({@code i_}), and what it allows and we do not ({@code y_}). A document is read, or refused
     * with these words.
     */
    private static final Map<String, String> DECIDED = decided("""
        A number stays the text that it is: no size is too large, and no double is ever made of it.
        read
        i_number_double_huge_neg_exp i_number_huge_exp i_number_neg_int_huge_exp i_number_pos_double_huge_exp
        i_number_real_neg_overflow i_number_real_pos_overflow i_number_real_underflow i_number_too_big_neg_int
        i_number_too_big_pos_int i_number_very_big_negative_int

        Half a pair is no character: parsers keep it, drop it or put another in its place.
        a lone surrogate
        i_string_1st_surrogate_but_2nd_missing i_string_1st_valid_surrogate_2nd_invalid
        i_string_incomplete_surrogate_and_escape_valid i_string_incomplete_surrogate_pair
        i_string_incomplete_surrogates_escape_valid i_string_invalid_lonely_surrogate i_string_invalid_surrogate
        i_string_inverted_surrogates_U+1D11E i_string_lone_second_surrogate

        The same in a field's name, where the parser beneath finds it first.
        not JSON
        i_object_key_lone_2nd_surrogate

        Parsers put various characters in place of broken bytes, or take overlong ones for what they are not.
        not UTF-8
        i_string_UTF-16LE_with_BOM i_string_UTF-8_invalid_sequence i_string_UTF8_surrogate_U+D800 i_string_invalid_utf-8
        i_string_iso_latin_1 i_string_lone_utf8_continuation_byte i_string_not_in_unicode_range
        i_string_overlong_sequence_2_bytes i_string_overlong_sequence_6_bytes i_string_overlong_sequence_6_bytes_null
        i_string_truncated-utf-8 i_string_utf16BE_no_BOM i_string_utf16LE_no_BOM

        RFC 8259 lets nobody send one and everybody ignore it.
        begins with a byte-order mark
        i_structure_UTF-8_BOM_empty_object

        No request needs as many, and some parsers end with their stack.
        nested deeper than 16 levels
        i_structure_500_nested_arrays

        The first, the last or both count, as the parser will: the merchant's and ours may differ.
        the same key twice
        y_object_duplicated_key y_object_duplicated_key_and_value
        """);

    /** @param name says by its first letter what the standard wants: {@code y} read, {@code n} refused, {@code i} either */
    private record Case(String name, byte[] document) {}

    @Test
    void is_here_whole() {
        assertEquals(
                Map.of('y', 95L, 'n', 188L, 'i', 35L),
                CASES.stream().collect(Collectors.groupingBy(one -> one.name().charAt(0), Collectors.counting())));
        assertEquals(
                35L + 2L,
                DECIDED.keySet().stream()
                        .filter(name ->
                                CASES.stream().anyMatch(one -> one.name().equals(name)))
                        .count());
    }

    @Test
    void what_must_be_read_is_read_and_written_as_the_same() {
        assertAll(named("y").map(one -> () -> assertRead(one)));
    }

    @Test
    void what_must_be_refused_is_refused() {
        assertAll(named("n")
                .map(one -> () -> assertThrows(JsonFault.class, () -> JsonReader.read(one.document()), one.name())));
    }

    @Test
    void what_is_left_open_is_decided() {
        assertAll(CASES.stream()
                .filter(one -> one.name().startsWith("i") || DECIDED.containsKey(one.name()))
                .map(JsonTestSuiteTest::asDecided));
    }

    private static Stream<Case> named(String first) {
        return CASES.stream().filter(one -> one.name().startsWith(first) && !DECIDED.containsKey(one.name()));
    }

    private static Executable asDecided(Case one) {
        String how = DECIDED.get(one.name());
        return () -> {
            if (how.equals("read")) {
                assertRead(one);
            } else {
                JsonFault fault = assertThrows(JsonFault.class, () -> JsonReader.read(one.document()), one.name());
                assertEquals(how, fault.getMessage(), one.name());
            }
        };
    }

    private static void assertRead(Case one) throws JsonFault {
        Json read = JsonReader.read(one.document());
        Bytes written = JsonWriter.object(o -> o.value("it", read));

        assertEquals(Optional.of(read), ((Json.Obj) JsonReader.read(written.toArray())).field("it"), one.name());
    }

    private static Map<String, String> decided(String table) {
        return Arrays.stream(table.split("\n\n"))
                .map(row -> row.split("\n", 3))
                .flatMap(row -> Arrays.stream(row[2].split("\\s+")).map(name -> Map.entry(name, row[1])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Case> cases() {
        try (InputStream in = JsonTestSuiteTest.class.getResourceAsStream("/json-test-suite/cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(columns -> new Case(columns[0], document(columns)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] document(String[] columns) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        for (String part : List.of(columns).subList(1, columns.length)) {
            String[] repeated = part.startsWith("%*") ? part.split("\\*", 3) : new String[] {"", "1", part};
            for (int i = 0; i < Integer.parseInt(repeated[1]); i++) {
                document.writeBytes(bytes(repeated[2]));
            }
        }
        return document.toByteArray();
    }

    private static byte[] bytes(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(part, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(part.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
