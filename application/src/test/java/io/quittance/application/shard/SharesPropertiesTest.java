package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@Label("The shares of instances that come and go")
class SharesPropertiesTest {
    /** What settles within that is settled within the five seconds that are promised. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(500);

    /** Thousands of shares would be told. */
    private static final Logger SILENCED = Logger.getLogger(Leases.class.getName());

    @BeforeContainer
    static void nobody_reads_it() {
        SILENCED.setLevel(Level.OFF);
    }

    @AfterContainer
    static void others_do() {
        SILENCED.setLevel(Level.INFO);
    }

    private enum Event {
        COMES,
        GOES,
        IS_KILLED,
        MISSES_A_RENEWAL
    }

    @Property(tries = 40)
    void are_even_after_each_of_them(
            @ForAll @IntRange(min = 1, max = 64) int first, @ForAll @Size(max = 8) List<Event> events) {
        Together together = new Together();
        together.comes(first);
        together.assertShared();
        for (Event event : events) {
            Map<Leases, Set<Shard>> before = together.held();
            together.happens(event);
            together.assertShared();
            together.assertNothingMovedWithoutNeed(before);
        }
    }

    @Property(tries = 20)
    void go_over_to_nobody_but_who_came(@ForAll @IntRange(min = 1, max = 63) int first) {
        Together together = new Together();
        together.comes(first);
        Map<Leases, Set<Shard>> before = together.held();

        together.comes(1);

        for (Leases earlier : before.keySet()) {
            assertTrue(before.get(earlier).containsAll(earlier.current().keySet()), "only given");
        }
        assertEquals(
                Shard.COUNT / (first + 1), together.running.getLast().current().size(), "and no more than needed");
    }

    private static final class Together {
        private final Neighbours neighbours = new Neighbours();
        private final List<Leases> running = new ArrayList<>();
        private int started;

        void happens(Event event) {
            switch (event) {
                case COMES -> comes(running.size() < Shard.COUNT ? 1 : 0);
                case GOES -> {
                    if (running.size() > 1) {
                        Leases one = running.removeFirst();
                        one.retire();
                        neighbours.pass(STEP, STEP);
                        neighbours.gone(one);
                        one.close();
                        settle();
                    }
                }
                case IS_KILLED -> {
                    if (running.size() > 1) {
                        neighbours.gone(running.removeLast());
                        neighbours.pass(Leases.SPAN, STEP);
                        settle();
                    }
                }
                case MISSES_A_RENEWAL -> {
                    Leases one = running.getFirst();
                    Set<Shard> before = one.current().keySet();
                    neighbours.gone(one);
                    neighbours.pass(Leases.RENEWAL.plusSeconds(1), STEP);
                    neighbours.back(one);
                    neighbours.pass(STEP);
                    assertEquals(before, one.current().keySet(), "changes nothing");
                }
            }
        }

        void comes(int count) {
            for (int i = 0; i < count; i++) {
                Leases one = neighbours.leases("run " + ++started);
                running.add(one);
                one.step();
            }
            settle();
        }

        void settle() {
            neighbours.pass(SETTLING, STEP);
        }

        Map<Leases, Set<Shard>> held() {
            Map<Leases, Set<Shard>> held = new HashMap<>();
            running.forEach(one -> held.put(one, Set.copyOf(one.current().keySet())));
            return held;
        }

        void assertShared() {
            Set<Shard> all = new HashSet<>();
            for (Leases one : running) {
                int has = one.current().size();
                assertTrue(
                        has == Shard.COUNT / running.size() || has == Math.ceilDiv(Shard.COUNT, running.size()),
                        has + " of " + running.size());
                one.current().keySet().forEach(shard -> assertTrue(all.add(shard), shard + " is held twice"));
            }
            assertEquals(Shard.COUNT, all.size());
        }

        /** Nobody has both given and got. */
        void assertNothingMovedWithoutNeed(Map<Leases, Set<Shard>> before) {
            for (Leases one : running) {
                Set<Shard> had = before.getOrDefault(one, Set.of());
                Set<Shard> has = one.current().keySet();
                assertTrue(has.containsAll(had) || had.containsAll(has), had + " became " + has);
            }
        }
    }
}
