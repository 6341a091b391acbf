package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An instance")
class HealthTest {
    private Optional<String> database = Optional.empty();
    private Optional<String> worker = Optional.empty();
    private List<String> misplaced = List.of();
    private List<String> warnings = List.of();

    private final Health health = new Health(
            () -> database,
            List.of(() -> worker, Optional::empty),
            new Health.Upstream() {
                @Override
                public List<String> misplaced() {
                    return misplaced;
                }

                @Override
                public List<String> warnings() {
                    return warnings;
                }
            },
            new Health.About("1", "crypto", "place", "upstream"));

    @BeforeEach
    void serves() {
        health.serving(true);
    }

    @Test
    void is_ready_while_nothing_is_wrong() {
        assertEquals(new Health.State(true, List.of(), List.of()), health.now());
        assertTrue(health.now().ready());
    }

    @Test
    void is_not_ready_before_it_serves_and_after() {
        health.serving(false);

        assertEquals(new Health.State(true, List.of("it is starting or stopping"), List.of()), health.now());
        assertFalse(health.now().ready());
    }

    @Test
    void is_not_ready_for_each_thing_that_is_wrong_and_says_so() {
        database = Optional.of("cannot write: the server is read-only");
        worker = Optional.of("the worker does not turn");
        misplaced = List.of("upstream is elsewhere");

        assertEquals(
                new Health.State(
                        false,
                        List.of(
                                "cannot write: the server is read-only",
                                "the worker does not turn",
                                "upstream is elsewhere"),
                        List.of()),
                health.now());
        assertFalse(health.now().ready());
    }

    @Test
    void has_a_database_although_it_is_not_ready_for_another_reason() {
        worker = Optional.of("the worker does not turn");

        assertTrue(health.now().database());
    }

    @Test
    void is_ready_with_warnings() {
        warnings = List.of("one app is refused");

        assertEquals(new Health.State(true, List.of(), List.of("one app is refused")), health.now());
        assertTrue(health.now().ready());
    }

    @Test
    void is_ready_again_when_it_is_over() {
        database = Optional.of("cannot write");
        health.now();

        database = Optional.empty();

        assertTrue(health.now().ready());
    }
}
