package io.quittance.persistence.retention;

import static io.quittance.persistence.retention.OldScene.OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.retention.Forgotten;
import io.quittance.application.retention.Horizon;
import io.quittance.application.retention.OldOrders.Place;
import io.quittance.application.store.AtOnce;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.JournalMonths;
import io.quittance.persistence.database.JournalMonths.Part;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Old orders, whatever happens to those who look for them,")
class OldOrderRunsTest {
    /** As in April and before of 2026 all is old. */
    private static final Map<Kind, Horizon> HORIZONS = Stream.of(Kind.values())
            .collect(Collectors.toMap(
                    kind -> kind, _ -> new Horizon(YearMonth.of(2026, 4), Instant.parse("2026-05-01T00:00:00Z"))));

    interface Runs {
        DatabaseSettings settings();

        private OldScene scene() {
            return OldScene.open(settings());
        }

        @Test
        default void are_forgotten_to_the_end_by_the_next_run_wherever_one_was_cut_off() {
            try (OldScene scene = scene()) {
                for (int i = 0; i < 120; i++) {
                    scene.payout(OLD.plus(Duration.ofDays(i % 40)));
                }
                // In April, so behind those that the first run looks at.
                scene.owe(scene.payout(OLD.plus(Duration.ofDays(40))), true);
                AtomicInteger steps = new AtomicInteger();

                Forgotten cut = scene.forget(() -> steps.incrementAndGet() < 2);
                assertEquals(Map.of(Kind.PAYOUT, 40L), cut.orders());
                assertEquals(List.of(), cut.months(), "months are dropped at the end of a run");

                assertEquals(Map.of(Kind.PAYOUT, 80L), scene.forget().orders());
                assertEquals(1, scene.rows("payout"));
                assertEquals(3, scene.rows("journal"));
                assertEquals(List.of(), scene.halves());
            }
        }

        @Test
        default void are_whole_again_where_a_step_did_not_come_to_its_end() {
            try (OldScene scene = scene()) {
                ObjectRef about = scene.capture("ORDER-1", OLD);
                ObjectRef link = scene.link();
                List<Row> story = scene.store().journal().story(about);

                for (Kind kind : List.of(Kind.CAPTURE, Kind.PAYMENT_LINK)) {
                    assertThrows(
                            IllegalStateException.class,
                            () -> scene.store().perform(() -> {
                                assertEquals(
                                        Map.of(kind, 1),
                                        scene.old()
                                                .forget(kind, HORIZONS, Place.START, 10)
                                                .gone());
                                throw new IllegalStateException("killed");
                            }));
                }

                assertTrue(scene.isThere(about) && scene.isThere(link));
                assertEquals(story, scene.store().journal().story(about));
                assertEquals(1, scene.rows("order_hold"));
                assertEquals(1, scene.rows("payment_link_transaction"));
                assertEquals(List.of(), scene.halves());
            }
        }

        /** Whoever asks something of an authorized order locks it first: what stands beside it is never half forgotten. */
        @Test
        default void keep_their_lock_where_something_new_is_asked_at_the_same_moment() {
            try (OldScene scene = OldScene.open(settings())) {
                List<String> orders =
                        IntStream.range(0, 60).mapToObj(i -> "ORDER-" + i).toList();
                orders.forEach(order -> scene.capture(order, OLD));

                AtOnce.all(List.of(true, false), asks -> {
                    if (asks) {
                        orders.reversed().forEach(scene::ask);
                    } else {
                        scene.forget();
                    }
                    return true;
                });

                assertEquals(60, scene.rows("order_hold"));
                assertEquals(60, scene.rows("capture where state = 'PENDING'"));
                assertEquals(List.of(), scene.halves());
            }
        }

        @Test
        default void are_forgotten_once_by_two_instances_at_the_same_moment() {
            try (OldScene scene = scene()) {
                for (int i = 0; i < 60; i++) {
                    scene.payout(OLD);
                    scene.relay(OLD);
                    scene.capture("ORDER-" + i % 7, OLD);
                    scene.cancel("ORDER-" + i % 11, OLD);
                }

                List<Forgotten> runs = AtOnce.all(List.of(1, 2, 3), _ -> scene.forget());

                for (Kind kind : List.of(Kind.PAYOUT, Kind.RELAY, Kind.CAPTURE, Kind.CANCEL)) {
                    assertEquals(
                            60,
                            runs.stream()
                                    .mapToLong(run -> run.orders().getOrDefault(kind, 0L))
                                    .sum(),
                            kind::toString);
                }
                scene.forget();
                assertEquals(0, scene.rows("journal") + scene.rows("order_hold"));
            }
        }
    }

    interface RunsByMonth extends Runs {
        @Test
        default void take_whole_months_of_stories_with_them_and_leave_those_that_somebody_needs() {
            try (OldScene scene = OldScene.open(settings())) {
                scene.payout(OLD);
                scene.relay(Instant.parse("2027-04-01T00:00:00Z"));
                ObjectRef needed = scene.payout(OLD);
                scene.owe(needed, true);
                List<Row> story = scene.store().journal().story(needed);

                assertEquals(
                        List.of("p202602", "r202602", "p202603", "r202603", "p202604", "r202604", "r202605"),
                        scene.forget().months().subList(0, 7));

                assertEquals(story, scene.store().journal().story(needed));
                assertEquals(List.of(202605), months(scene, "select created_month as month from payout"));
                assertEquals(List.of(202605), months(scene, "select object_month as month from delivery"));
                assertEquals(3, scene.rows("journal"));
                assertEquals(List.of("p202605", "p202606"), firstParts(scene));
                assertTrue(scene.forget().nothing());
            }
        }

        @Test
        default void leave_nothing_half_where_late_news_makes_one_of_a_month_that_is_dropped() {
            try (OldScene scene = OldScene.open(settings())) {
                scene.payout(OLD);
                scene.forget();
                scene.payout(OLD);
                scene.owe(scene.payout(OLD), true);

                assertEquals(Map.of(Kind.PAYOUT, 1L), scene.forget().orders());

                assertEquals(3, scene.rows("journal"));
                assertEquals(List.of(), scene.halves());
            }
        }

        @Test
        default void keep_a_month_while_any_order_of_it_is_left() {
            try (OldScene scene = OldScene.open(settings())) {
                ObjectRef late = scene.payout(OLD);

                assertEquals(
                        List.of("p202602", "r202602", "r202603", "r202604"),
                        scene.old().dropMonths(HORIZONS));

                assertEquals(2, scene.store().journal().story(late).size());
            }
        }

        private static List<Integer> months(OldScene scene, String query) {
            return scene.database().sql().list("read months", query, cells -> cells.integer("month"));
        }

        private static List<String> firstParts(OldScene scene) {
            return new JournalMonths(scene.database().sql())
                    .parts().stream().map(Part::name).limit(2).toList();
        }
    }

    @Nested
    class On_H2 implements Runs {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements RunsByMonth {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements RunsByMonth {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements RunsByMonth {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
