package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the database is asked for")
class SurveysTest {
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Map<String, ? extends Number>> kept = new HashMap<>();
    private Optional<String> database = Optional.empty();
    private Supplier<Number> parked = () -> 3;
    private long now = Long.MAX_VALUE - 5;

    private final Surveys surveys = new Surveys(
            List.of(survey("parked", () -> parked.get()), survey("overdue", () -> 1)),
            () -> database,
            (survey, numbers) -> kept.put(survey.name(), numbers),
            () -> now);

    private Survey survey(String name, Supplier<Number> number) {
        return Survey.of(name, "", () -> {
            asked.add(name);
            return number.get();
        });
    }

    private static Number away() {
        throw new StoreUnavailable("away", new IllegalStateException());
    }

    @Test
    void is_asked_for_and_kept() {
        surveys.look();

        assertEquals(Map.of("parked", Map.of("", 3), "overdue", Map.of("", 1)), kept);
    }

    @Test
    void tells_how_old_it_is() {
        assertTrue(Double.isNaN(surveys.age()));

        surveys.look();
        now += Duration.ofMillis(1_500).toNanos();

        assertEquals(1.5, surveys.age());
    }

    @Test
    void is_not_asked_for_while_it_is_known_to_be_away() {
        surveys.look();
        asked.clear();
        now += Duration.ofSeconds(15).toNanos();
        database = Optional.of("cannot write");

        surveys.look();

        assertEquals(List.of(), asked);
        assertEquals(Map.of("", 3), kept.get("parked"));
        assertEquals(15.0, surveys.age());
    }

    @Test
    void is_asked_for_once_where_it_turns_out_to_be_away() {
        parked = SurveysTest::away;

        surveys.look();

        assertEquals(List.of("parked"), asked);
        assertEquals(Map.of(), kept);
        assertTrue(Double.isNaN(surveys.age()));
    }

    @Test
    void is_asked_for_again_when_it_is_back() {
        parked = SurveysTest::away;
        surveys.look();

        parked = () -> 4;
        surveys.look();

        assertEquals(Map.of("", 4), kept.get("parked"));
        assertEquals(0.0, surveys.age());
    }

    @Test
    void is_looked_up_though_something_else_fails_and_that_grows_old() {
        surveys.look();
        now += Duration.ofSeconds(15).toNanos();
        parked = () -> {
            throw new IllegalStateException("a fault of ours");
        };
        kept.clear();

        surveys.look();

        assertEquals(Map.of("overdue", Map.of("", 1)), kept);
        assertEquals(15.0, surveys.age());
    }

    @Test
    void of_lanes_is_the_highest_twenty_and_all_together() {
        Map<String, Long> lanes = new HashMap<>();
        for (long lane = 1; lane <= 25; lane++) {
            lanes.put("lane-" + lane, lane);
        }

        Map<String, ? extends Number> shown =
                Survey.byLane("depth", "", Long::sum, () -> lanes).look().get();

        assertEquals(21, shown.size());
        assertEquals(325L, shown.get("all"));
        assertEquals(6L, shown.get("lane-6"));
        assertEquals(false, shown.containsKey("lane-5"));
        assertEquals(
                25L,
                Survey.byLane("late", "", Long::max, () -> lanes).look().get().get("all"));
        assertEquals(
                Map.of("all", 0L),
                Survey.byLane("depth", "", Long::sum, Map::of).look().get());
    }
}
