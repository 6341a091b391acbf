package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rehearsal of the commands")
class RehearsalTest {
    private static int quietly(String... args) {
        return Commands.line(args)
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(args);
    }

    @Test
    void plays_a_service_that_answers_each_of_them() throws IOException {
        Map<String, Integer> exits = Rehearsal.rehearse(RehearsalTest::quietly);

        assertFalse(exits.isEmpty());
        assertEquals(Set.of(0), Set.copyOf(exits.values()), exits.toString());
    }
}
