package io.quittance.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text of the protocol")
class ProtocolTextTest {
    @Nested
    class Is_accepted {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a",
                    "P1642410680681",
                    "a b",
                    "a/b_c-d.e:f",
                    "\u5546\u6237",
                    "e\u0301",
                    "\uD83E\uDD8A",
                    "''--;"
                })
        void when_it_is_printable_from_end_to_end(String text) {
            assertEquals(Optional.empty(), ProtocolText.fault(text, 64));
            assertSame(text, ProtocolText.require("field", text, 64));
        }

        @Test
        void up_to_its_limit_counted_in_characters() {
            assertEquals(Optional.empty(), ProtocolText.fault("\uD83E\uDD8A".repeat(5), 5));
        }
    }

    @Nested
    class Is_refused {
        @Test
        void when_it_is_empty() {
            assertEquals(Optional.of("1 to 64 characters"), ProtocolText.fault("", 64));
        }

        @Test
        void one_character_over_its_limit() {
            assertEquals(Optional.of("at most 5 characters"), ProtocolText.fault("\uD83E\uDD8A".repeat(6), 5));
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", " a", "a ", "\ta", "a\n", "a\u00A0", "\u2003a", "a\u3000", "a\u2028"})
        void with_blanks_at_the_ends(String text) {
            assertEquals(Optional.of("no blanks at the ends"), ProtocolText.fault(text, 64));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a\u0000b", "\u0000", "a\nb", "a\rb", "a\tb", "a\u007Fb", "a\u0085b", "a\u2028b", "a\u2029b"
                })
        void with_control_characters(String text) {
            assertEquals(Optional.of("no control characters"), ProtocolText.fault(text, 64));
        }

        @Test
        void with_half_a_character() {
            assertEquals(Optional.of("no control characters"), ProtocolText.fault("a\uD83Eb", 64));
            assertEquals(Optional.of("no control characters"), ProtocolText.fault("\uDD8A", 64));
        }

        @Test
        void with_its_field_and_what_was_expected() {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> ProtocolText.require("requestId", "a\nb", 64))
                    .getMessage();

            assertEquals("requestId: 'a\uFFFDb' (expected: no control characters)", message);
        }
    }

    @Nested
    class Without_regard_to_case {
        @Test
        void has_the_letters_from_A_to_Z_in_lower_case_and_everything_else_as_it_was() {
            assertEquals("azaz09_-[@", ProtocolText.folded("AZaz09_-[@"));
            assertEquals("Ä ß İ Σ \uD801\uDC00", ProtocolText.folded("Ä ß İ Σ \uD801\uDC00"));
        }
    }

    @Nested
    class In_a_message {
        @Test
        void is_cut_at_forty_characters_and_never_inside_one() {
            assertEquals("x".repeat(40), ProtocolText.excerpt("x".repeat(40)));
            assertEquals("x".repeat(40) + "...", ProtocolText.excerpt("x".repeat(41)));
            assertEquals("\uD83E\uDD8A".repeat(40) + "...", ProtocolText.excerpt("\uD83E\uDD8A".repeat(41)));
        }

        @Test
        void breaks_no_line() {
            assertEquals("a\uFFFD\uFFFDb\uFFFD", ProtocolText.printable("a\r\nb\uD83E"));
            assertEquals("a b", ProtocolText.excerpt("a b"));
        }
    }
}
