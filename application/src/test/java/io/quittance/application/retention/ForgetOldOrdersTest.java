package io.quittance.application.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.retention.ForgetOldOrders.Pause;
import io.quittance.application.store.Memory;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Forgetting old orders")
class ForgetOldOrdersTest {
    private static final Instant NOW = Instant.parse("2027-03-31T10:00:00Z");
    private static final Keeping KEEPING = new Keeping(
            Optional.of(Period.ofMonths(13)), Optional.of(Period.ofDays(30)), Optional.of(Period.ofDays(90)));

    private final Shelf shelf = new Shelf();

    private ForgetOldOrders forgetting(Keeping keeping) {
        return new ForgetOldOrders(shelf, keeping, new Memory(true), () -> NOW);
    }

    private static Forgotten run(ForgetOldOrders forgetting) {
        return forgetting.forget(() -> true);
    }

    @Nested
    class Counts_ages {
        @Test
        void from_the_end_of_the_month_and_from_what_happened_last() {
            run(forgetting(KEEPING));

            assertEquals(
                    new Horizon(YearMonth.of(2026, 1), Instant.parse("2026-02-28T10:00:00Z")),
                    shelf.horizons.get(Kind.CAPTURE));
            assertEquals(
                    new Horizon(YearMonth.of(2027, 2), Instant.parse("2027-03-01T10:00:00Z")),
                    shelf.horizons.get(Kind.RELAY));
            assertEquals(Optional.of(Instant.parse("2026-12-31T10:00:00Z")), shelf.simulatedBefore);
        }

        @Test
        void alike_for_all_that_moves_money_and_for_all_that_was_passed_on() {
            run(forgetting(KEEPING));

            Map<Horizon, List<Kind>> together =
                    new TreeMap<>((one, other) -> one.last().compareTo(other.last()));
            shelf.horizons.forEach((kind, horizon) ->
                    together.computeIfAbsent(horizon, _ -> new ArrayList<>()).add(kind));

            assertEquals(
                    List.of(
                            List.of(Kind.CAPTURE, Kind.PAYOUT, Kind.CANCEL, Kind.PAYMENT, Kind.PAYMENT_LINK),
                            List.of(Kind.RELAY, Kind.NEWS)),
                    List.copyOf(together.values()));
        }

        @Test
        void never_of_money_unless_somebody_said_how_long_it_is_kept() {
            run(forgetting(Keeping.DEFAULT));

            assertEquals(List.of(Kind.RELAY, Kind.NEWS), List.copyOf(shelf.horizons.keySet()));
            assertEquals(List.of(Kind.RELAY, Kind.NEWS), shelf.asked);
        }
    }

    @Test
    void goes_on_until_each_kind_is_through_and_then_drops_months() {
        shelf.old.put(Kind.PAYOUT, 120);
        shelf.old.put(Kind.NEWS, 1);
        shelf.simulated = 70;
        AtomicInteger pauses = new AtomicInteger();
        ForgetOldOrders forgetting = forgetting(KEEPING);

        Forgotten forgotten = forgetting.forget(() -> pauses.incrementAndGet() > 0);

        assertEquals(new Forgotten(Map.of(Kind.PAYOUT, 120L, Kind.NEWS, 1L), 0, 70, List.of("p202601")), forgotten);
        assertEquals(8, pauses.get(), "between two steps, and not behind the last");
        assertEquals(120, forgetting.forgotten(Kind.PAYOUT), "each once, though each step was run twice");
        assertEquals(
                "120 payout, 1 news, 70 simulated; months dropped whole: p202601; old and kept, as still open or owed:"
                        + " 0",
                forgotten.toString());
        assertTrue(run(forgetting).orders().isEmpty());
        assertEquals(120, forgetting.forgotten(Kind.PAYOUT));
    }

    @Test
    void ends_where_it_is_told_to_and_drops_nothing_then() {
        shelf.old.put(Kind.PAYOUT, 120);
        shelf.simulated = 70;
        Pause once = () -> false;

        Forgotten forgotten = forgetting(KEEPING).forget(once);

        assertEquals(new Forgotten(Map.of(Kind.PAYOUT, (long) ForgetOldOrders.AT_ONCE), 0, 0, List.of()), forgotten);
    }

    @Test
    void makes_room_for_months_to_come_and_remembers_which_is_the_oldest_left() {
        ForgetOldOrders forgetting = forgetting(KEEPING);
        assertEquals(Optional.empty(), forgetting.oldest(Kind.CAPTURE));

        run(forgetting);

        assertEquals(Optional.of(YearMonth.of(2027, 3)), shelf.reached);
        assertEquals(Optional.of(YearMonth.of(2026, 2)), forgetting.oldest(Kind.CAPTURE));
        assertEquals(Optional.empty(), forgetting.oldest(Kind.RELAY));
    }

    /** So many old orders of each kind, none of them needed. */
    private static final class Shelf implements OldOrders {
        private final Map<Kind, Integer> old = new EnumMap<>(Kind.class);
        private final List<Kind> asked = new ArrayList<>();
        private Map<Kind, Horizon> horizons = Map.of();
        private Optional<Instant> simulatedBefore = Optional.empty();
        private Optional<YearMonth> reached = Optional.empty();
        private int simulated;

        @Override
        public void reach(YearMonth now) {
            reached = Optional.of(now);
        }

        /** As a database would that undoes the first of two runs: only one that goes on from here counts. */
        @Override
        public Step forget(Kind kind, Map<Kind, Horizon> all, Place after, int limit) {
            horizons = all;
            if (!asked.contains(kind)) {
                asked.add(kind);
            }
            int begun = after.month();
            int left = old.getOrDefault(kind, 0) - begun;
            int gone = Math.min(left, limit);
            boolean end = left <= limit;
            if (end) {
                // Asked for a second time, it finds the same.
                return new Step(gone == 0 ? Map.of() : Map.of(kind, gone), 0, Optional.empty());
            }
            return new Step(Map.of(kind, gone), 0, Optional.of(new Place(begun + gone, "")));
        }

        @Override
        public List<String> dropMonths(Map<Kind, Horizon> all) {
            old.clear();
            return List.of("p202601");
        }

        @Override
        public SimulatedStep forgetSimulated(Instant before, long after, int limit) {
            simulatedBefore = Optional.of(before);
            int left = simulated - (int) after;
            return left <= limit
                    ? new SimulatedStep(left, Optional.empty())
                    : new SimulatedStep(limit, Optional.of(after + limit));
        }

        @Override
        public Optional<YearMonth> oldest(Kind kind) {
            return kind == Kind.CAPTURE ? Optional.of(YearMonth.of(2026, 2)) : Optional.empty();
        }
    }
}
