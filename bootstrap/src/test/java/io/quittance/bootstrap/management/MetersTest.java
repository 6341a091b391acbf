package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quittance.application.lifecycle.Settled;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a use case answers is counted")
class MetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);

    private sealed interface Outcome {
        record Made() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private double counted(String meter, String tag, String value, String outcome) {
        return registry.get(meter)
                .tag(tag, value)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void and_what_was_looked_up_is_shown_until_something_else_was() {
        Survey depth = Survey.byLane("quittance.depth", "how much waits", Long::sum, Map::of);

        meters.show(depth, Map.of("a", 3, "b", 4));
        meters.show(depth, Map.of("a", 5));
        meters.show(Survey.of("quittance.parked", "parked", () -> 0), Map.of("", 7));

        assertEquals(5, registry.get("quittance.depth").tag("lane", "a").gauge().value());
        assertEquals(1, registry.get("quittance.depth").gauges().size());
        assertEquals(7, registry.get("quittance.parked").gauge().value());
    }

    @Test
    void under_the_name_of_the_outcome() {
        BiFunction<String, Outcome, Outcome> refund = meters.requests("refund", (_, outcome) -> outcome);

        assertEquals(new Outcome.NotAllowed(), refund.apply("caller", new Outcome.NotAllowed()));
        refund.apply("caller", new Outcome.NotAllowed());
        refund.apply("caller", new Outcome.Made());

        assertEquals(2, counted("quittance.requests", "api", "refund", "not_allowed"));
        assertEquals(1, counted("quittance.requests", "api", "refund", "made"));
    }

    @Test
    void as_accepted_if_that_is_what_the_outcome_means() {
        BiFunction<String, Outcome, Outcome> refund =
                meters.requests("refund", Outcome.Made.class, (_, outcome) -> outcome);

        refund.apply("caller", new Outcome.Made());
        refund.apply("caller", new Outcome.NotAllowed());

        assertEquals(1, counted("quittance.requests", "api", "refund", "accepted"));
        assertEquals(1, counted("quittance.requests", "api", "refund", "not_allowed"));
    }

    @Test
    void and_so_is_what_became_of_a_report() {
        BiFunction<String, Settled, Settled> refund = meters.reports("refund", (_, settled) -> settled);

        refund.apply("candidates", Settled.KNOWN_ALREADY);

        assertEquals(1, counted("quittance.reports", "about", "refund", "known_already"));
    }
}
