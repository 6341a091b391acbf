package io.quittance.bootstrap.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table of states")
class StateTableTest {
    private sealed interface Light {
        record Red() implements Light {}

        record Green() implements Light {}
    }

    private static Transition<String, String> apply(String light, String report) {
        return switch (report) {
            case "told" -> light.equals("green") ? new Unmoved<>(light) : new Moved<>("green", List.of("walk"));
            case "learned" -> new Unmoved<>(light + "!");
            case "changed" -> new Moved<>("yellow", List.of());
            default -> new Refused<>(light, "broken");
        };
    }

    private static StateTable<String> table() {
        return new StateTable<>(Map.of("red", "red"), state -> state);
    }

    @Test
    void says_what_each_report_does() {
        String expected = """
            | report \\ state | red |
            | --- | --- |
            | GREEN | green, announced |
            | note | noted |
            | change | yellow, not announced |
            | any | discrepancy: broken |
            | mixed | green, announced or noted |
            """;

        assertEquals(
                expected,
                table().row("GREEN", List.of("told"), StateTableTest::apply)
                        .row("note", List.of("learned"), StateTableTest::apply)
                        .row("change", List.of("changed"), StateTableTest::apply)
                        .row("any", List.of("x", "y"), StateTableTest::apply)
                        .row("mixed", List.of("told", "learned"), StateTableTest::apply)
                        .toString());
    }

    @Test
    void that_a_page_does_not_show_is_told_ready_to_be_pasted() {
        StateTable<String> table = table().row("GREEN", List.of("told"), StateTableTest::apply);

        String message = assertThrows(AssertionError.class, () -> table.isShownOn("glossary.md"))
                .getMessage();

        assertTrue(message.contains("\n| GREEN | green, announced |\n"), message);
    }

    @Test
    void needs_a_sample_of_every_case() {
        StateTable.complete(Light.class, List.of(new Light.Red(), new Light.Green()));

        assertThrows(AssertionError.class, () -> StateTable.complete(Light.class, List.of(new Light.Red())));
    }
}
