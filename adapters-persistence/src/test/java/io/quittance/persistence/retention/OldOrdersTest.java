package io.quittance.persistence.retention;

import static io.quittance.persistence.retention.OldScene.NOW;
import static io.quittance.persistence.retention.OldScene.OLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.retention.Forgotten;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Old orders")
class OldOrdersTest {
    private static final Instant END_OF_APRIL = Instant.parse("2026-04-30T23:59:59.999Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    interface Kept {
        DatabaseSettings settings();

        private OldScene scene() {
            return OldScene.open(settings());
        }

        @Test
        default void go_with_their_stories_when_their_month_is_over_for_long_enough() {
            try (OldScene scene = scene()) {
                List<ObjectRef> old = List.of(
                        scene.payout(OLD), scene.payout(END_OF_APRIL), scene.link(), scene.payment("ORDER-9", OLD));
                List<ObjectRef> young = List.of(scene.payout(MAY), scene.payout(NOW.minusSeconds(1)));

                Forgotten forgotten = scene.forget();

                assertEquals(Map.of(Kind.PAYOUT, 2L, Kind.PAYMENT_LINK, 1L, Kind.PAYMENT, 1L), forgotten.orders());
                old.forEach(about -> assertFalse(scene.isThere(about), about::toString));
                young.forEach(about -> assertTrue(scene.isThere(about), about::toString));
                assertEquals(4, scene.rows("journal"));
                assertEquals(0, scene.rows("payment_link_transaction"));
                assertEquals(List.of(), scene.halves());
                assertTrue(scene.forget().nothing(), "the second run finds nothing");
            }
        }

        @Test
        default void go_much_earlier_where_they_were_only_passed_on() {
            Instant april = Instant.parse("2027-04-30T23:59:59Z");
            try (OldScene scene = scene()) {
                ObjectRef relay = scene.relay(april);
                ObjectRef news = scene.news(april);
                ObjectRef payout = scene.payout(april);
                ObjectRef young = scene.relay(april.plusSeconds(1));

                Forgotten forgotten = scene.forget();

                assertEquals(Map.of(Kind.RELAY, 1L, Kind.NEWS, 1L), forgotten.orders());
                assertFalse(scene.isThere(relay) || scene.isThere(news));
                assertTrue(scene.isThere(payout) && scene.isThere(young));
                assertEquals(List.of(), scene.halves());
            }
        }

        @Test
        default void stay_while_anything_about_them_is_open_or_owed() {
            try (OldScene scene = scene()) {
                List<ObjectRef> needed = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    needed.add(scene.payout(OLD));
                }
                scene.change("update payout set state = 'PENDING' where trade_no = ?", needed.get(0));
                scene.change("update payout set overdue_at = '2026-04-01' where trade_no = ?", needed.get(1));
                scene.owe(needed.get(2), false);
                scene.owe(needed.get(3), true);
                scene.store().perform(() -> {
                    scene.store()
                            .errands()
                            .add(Errand.submit(needed.get(4), scene.merchant(), Given.account(scene.merchant()), OLD));
                    scene.store()
                            .discrepancies()
                            .open(new Discrepancy(
                                    scene.merchant(),
                                    Optional.of(needed.get(5)),
                                    Given.message("contradicts"),
                                    "why",
                                    OLD));
                    scene.store()
                            .journal()
                            .append(
                                    needed.get(6),
                                    List.of(JournalEntry.noted(
                                            JournalEntry.Kind.OPERATED,
                                            Instant.parse("2026-05-15T00:00:00Z"),
                                            "late")));
                });
                ObjectRef link = scene.link();
                scene.change("update payment_link set state = 'ACTIVE' where link_id = ?", link);
                ObjectRef news = scene.news(OLD);
                scene.owe(news, true);
                ObjectRef gone = scene.payout(OLD);
                List<?> story = scene.store().journal().story(needed.get(3));

                Forgotten forgotten = scene.forget();

                assertEquals(Map.of(Kind.PAYOUT, 1L), forgotten.orders());
                assertEquals(9, forgotten.stayed());
                needed.forEach(about -> assertTrue(scene.isThere(about), about::toString));
                assertTrue(scene.isThere(link) && scene.isThere(news));
                assertFalse(scene.isThere(gone));
                assertEquals(List.of(), scene.halves());
                assertEquals(story, scene.store().journal().story(needed.get(3)));
                assertFalse(OwedNews.about(scene.store(), needed.get(2), OLD.plusSeconds(1))
                        .isEmpty());
            }
        }

        @Test
        default void go_together_where_one_is_judged_by_the_others() {
            try (OldScene scene = scene()) {
                List<ObjectRef> old = List.of(
                        scene.capture("ORDER-1", OLD), scene.capture("ORDER-1", OLD), scene.payment("ORDER-1", OLD));
                List<ObjectRef> kept = List.of(scene.capture("ORDER-2", OLD), scene.cancel("ORDER-2", OLD));
                scene.change("update cancel set state = 'PENDING' where cancel_no = ?", kept.get(1));
                List<ObjectRef> half = List.of(scene.capture("ORDER-3", OLD), scene.capture("ORDER-3", MAY));
                List<ObjectRef> attempts = List.of(scene.payout(OLD, "O-1"));
                scene.change("update payout set retired = attempt where trade_no = ?", attempts.getFirst());
                ObjectRef current = scene.payout(MAY, "O-1");

                Forgotten forgotten = scene.forget();

                assertEquals(Map.of(Kind.CAPTURE, 2L, Kind.PAYMENT, 1L), forgotten.orders());
                old.forEach(about -> assertFalse(scene.isThere(about), about::toString));
                kept.forEach(about -> assertTrue(scene.isThere(about), about::toString));
                half.forEach(about -> assertTrue(scene.isThere(about), about::toString));
                attempts.forEach(about -> assertTrue(scene.isThere(about), about::toString));
                assertTrue(scene.isThere(current));
                assertEquals(2, scene.rows("order_hold"));
                assertEquals(List.of(), scene.halves());
            }
        }

        @Test
        default void are_new_when_they_are_asked_for_again_once_they_are_forgotten() {
            try (OldScene scene = scene()) {
                scene.payout(OLD, "O-again");
                scene.capture("ORDER-1", OLD);
                assertInstanceOf(Added.Known.class, again(scene));

                scene.forget();

                assertInstanceOf(Added.New.class, again(scene));
                assertEquals(
                        Optional.empty(),
                        scene.store()
                                .answer(() -> scene.store()
                                        .authorizations()
                                        .lock(scene.merchant(), new OutTradeNo("ORDER-1"))));
            }
        }

        private static Added<?> again(OldScene scene) {
            return scene.store()
                    .answer(() -> scene.store()
                            .payouts()
                            .add(GivenPayouts.payout(scene.merchant(), Given.unique("T"), "O-again")));
        }

        @Test
        default void of_the_simulator_go_when_they_are_told_of() {
            try (OldScene scene = scene()) {
                IntStream.range(0, 120)
                        .forEach(i -> scene.database()
                                .sql()
                                .change(
                                        "keep a simulated order",
                                        "insert into simulated_order (order_no, shard, merchant_id, account_id,"
                                                + " operation, request_id, asked_body, asked_key, created_at, verdict,"
                                                + " settled_at, due_at, stopped, told, attempts) values ('S', 1, 1, 1,"
                                                + " 'capture', 'R" + i
                                                + "', 'b', 'k', "
                                                + (i < 110 ? "'2027-03-16 23:59:59'" : "'2027-03-17 00:00:00'") + ", "
                                                + (i == 1 ? "'PENDING'" : "'SUCCESS'") + ", '2026-01-01', "
                                                + (i == 2 ? "'2026-01-01'" : "null") + ", "
                                                + (i == 3 ? "'ASIDE'" : "null") + ", 1, 1)"));

                assertEquals(107, scene.forget().simulated());
                assertEquals(13, scene.rows("simulated_order"));
            }
        }
    }

    @Nested
    class On_H2 implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Kept {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
