package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Bytes")
class BytesTest {
    @Test
    void do_not_change_with_the_array_that_they_were_made_of() {
        byte[] source = {1, 2, 3};
        Bytes bytes = Bytes.of(source);

        source[0] = 9;

        assertArrayEquals(new byte[] {1, 2, 3}, bytes.toArray());
    }

    @Test
    void do_not_change_with_the_array_that_they_gave_out() {
        Bytes bytes = Bytes.of(new byte[] {1, 2, 3});

        bytes.toArray()[0] = 9;

        assertArrayEquals(new byte[] {1, 2, 3}, bytes.toArray());
    }

    @Test
    void are_equal_by_content() {
        assertEquals(Bytes.of(new byte[] {'{', '}'}), Bytes.utf8("{}"));
        assertEquals(
                Bytes.of(new byte[] {'{', '}'}).hashCode(), Bytes.utf8("{}").hashCode());
        assertNotEquals(Bytes.utf8("{}"), Bytes.utf8("{ }"));
        assertNotEquals(Bytes.utf8("{}"), "{}");
    }

    @Test
    void hold_a_text_in_utf_8() {
        Bytes bytes = Bytes.utf8("\u00E9\uD83E\uDD8A");

        assertEquals(6, bytes.length());
        assertEquals("\u00E9\uD83E\uDD8A", bytes.asUtf8());
    }

    @Test
    void never_show_what_they_hold() {
        assertEquals("15 bytes", Bytes.utf8("{\"card\":\"4111\"}").toString());
    }
}
