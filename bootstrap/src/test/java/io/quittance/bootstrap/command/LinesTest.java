package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a command prints")
class LinesTest {
    private static final List<String> HEADS = List.of("NO", "NAME", "WHY");

    private final StringWriter out = new StringWriter();
    private final StringWriter beside = new StringWriter();

    private Lines lines(boolean terminal) {
        return new Lines(new PrintWriter(out, true), new PrintWriter(beside, true), terminal);
    }

    @Nested
    class On_a_terminal {
        @Test
        void is_a_table_with_its_columns_aligned_and_no_blanks_at_its_ends() {
            lines(true).table(HEADS, List.of(List.of("1", "a longer one", ""), List.of("22", "b", "c")), "None.");

            assertEquals("NO  NAME          WHY\n1   a longer one\n22  b             c\n", out.toString());
        }

        @Test
        void is_a_sentence_where_there_is_none() {
            lines(true).table(HEADS, List.of(), "None.");
            lines(true).hint("There are more.");

            assertEquals("None.\nThere are more.\n", out.toString());
        }
    }

    @Nested
    class In_a_pipe {
        @Test
        void is_a_line_for_each_with_tabs_between_all_of_its_fields() {
            lines(false).table(HEADS, List.of(List.of("1", "", "no"), List.of("2", "b\tc\nd", "")), "None.");

            assertEquals("1\t\tno\n2\tb c d\t\n", out.toString());
        }

        @Test
        void says_what_is_none_of_it_elsewhere() {
            lines(false).table(HEADS, List.of(), "None.");
            lines(false).hint("There are more.");

            assertEquals("", out.toString());
            assertEquals("None.\nThere are more.\n", beside.toString());
        }
    }

    @Test
    void leaves_out_what_is_not_there() {
        lines(false).line("app id", "A");
        lines(false).line("why", Optional.empty());

        assertEquals("  app id       A\n", out.toString());
    }
}
