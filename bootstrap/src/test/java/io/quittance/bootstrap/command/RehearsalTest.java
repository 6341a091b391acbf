package io.quittance.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rehearsal of the commands")
class RehearsalTest {
    @Test
    void plays_a_service_that_answers_each_of_them() throws IOException {
        Map<String, Integer> exits = Rehearsal.rehearse();

        assertFalse(exits.isEmpty());
        assertEquals(Set.of(0), Set.copyOf(exits.values()), exits.toString());
    }
}
