package io.quittance.persistence.bodies;

import static io.quittance.persistence.database.Sql.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.key.StoredBodies.Step;
import io.quittance.persistence.StoredBodyTables;
import io.quittance.persistence.bodies.BodiesScene.Kept;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Stored bodies")
class StoredBodiesTest {
    interface InSql {
        DatabaseSettings settings();

        @Test
        default void are_known_of_every_table() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                List<String> columns = scene.store()
                        .database()
                        .sql()
                        .list(
                                "find columns of bodies",
                                "select lower(table_name) as t, lower(column_name) as c from"
                                        + " information_schema.columns where table_schema in (database(), schema())"
                                        + " and (lower(column_name) = 'body' or lower(column_name) like '%\\_body')",
                                cells -> cells.text("t") + "." + cells.text("c"));

                assertEquals(
                        new TreeSet<>(columns),
                        new TreeSet<>(StoredBodyTables.ALL.stream()
                                .map(one -> one.table() + "." + one.body())
                                .toList()));
            }
        }

        @Test
        default void are_all_encrypted_again_and_read_as_before_and_their_seals_are_whole() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                Kept kept = scene.plant();
                Kept more = scene.plant();
                String old = scene.cipher().keyId();
                scene.change();

                BodiesScene.Turn turn = scene.turn(old, 2);

                assertEquals(new BodiesScene.Turn(turn.steps(), turn.done(), 0, List.of()), turn);
                assertTrue(turn.done() >= 2 * StoredBodyTables.ALL.size(), turn.toString());
                assertEquals(
                        Map.of(scene.cipher().keyId(), (long) turn.done()),
                        scene.bodies().count());
                scene.forget(old);
                scene.assertReads(kept);
                scene.assertReads(more);
                VerifyJournal.Part verified = new JournalVerifying(scene.store().keptJournal(), JdbcStore.CHAIN)
                        .part(Months.ALL, Optional.empty());
                assertEquals(List.of(), verified.damages());
                assertTrue(verified.rows() > 0);
            }
        }

        @Test
        default void are_looked_at_and_left_where_nothing_is_to_be_done() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                scene.plant();
                scene.change();
                Map<String, Long> before = scene.bodies().count();

                BodiesScene.Turn turn = scene.turn("another", 100);

                assertEquals(0, turn.done());
                assertEquals(before, scene.bodies().count());
            }
        }

        @Test
        default void are_set_aside_where_they_cannot_be_read() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                Kept kept = scene.plant();
                scene.sql(
                        "update journal set body = ? where object_id = ?",
                        new byte[50],
                        identifier(kept.about().id()));
                scene.sql(
                        "update account set settings_body = ? where id = ?",
                        new byte[3],
                        kept.account().id().value());
                String old = scene.cipher().keyId();
                scene.change();

                BodiesScene.Turn turn = scene.turn(old, 100);

                assertEquals(2, turn.aside().size(), turn.toString());
                assertTrue(
                        turn.aside().stream().anyMatch(one -> one.startsWith("journal entry 1 of CAPTURE ")),
                        turn.toString());
                assertTrue(turn.done() > 4, turn.toString());
                assertEquals(2L, scene.bodies().count().get(old));
            }
        }

        @Test
        default void are_left_for_the_next_turn_where_they_changed_meanwhile() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                Kept kept = scene.plant();
                String old = scene.cipher().keyId();
                scene.change();
                BodyTable payouts = StoredBodyTables.ALL.stream()
                        .filter(one -> one.table().equals("payout"))
                        .findFirst()
                        .orElseThrow();
                List<Object> number = List.of(identifier(kept.payout().id().value()));
                List<BodyTable.Change> one =
                        List.of(new BodyTable.Change(number, new byte[] {1, 2, 3}, new byte[] {4}));

                int changed = scene.store()
                        .database()
                        .sql()
                        .change(
                                "replace a body that changed",
                                payouts.replace(1),
                                payouts.replacing(one, "new", List.of(), old));

                assertEquals(0, changed);
                scene.assertReads(kept);
            }
        }

        @Test
        default void are_gone_through_from_where_somebody_was() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                Kept kept = scene.plant();
                for (int i = 0; i < 7; i++) {
                    scene.append(kept.about(), "more " + i);
                }
                String old = scene.cipher().keyId();
                scene.change();
                Optional<String> place = Optional.of("");
                int done = 0;
                while (place.isPresent()) {
                    String at = place.get();
                    Step step = scene.store().answer(() -> scene.bodies().step(old, at, 3));
                    Step again = scene.store().answer(() -> scene.bodies().step(old, at, 3));
                    assertEquals(0, again.done(), "each step does all of its own: " + at);
                    assertEquals(step.next(), again.next());
                    done += step.done();
                    place = step.next();
                }

                assertEquals(
                        Map.of(scene.cipher().keyId(), (long) done),
                        scene.bodies().count());
            }
        }

        @Test
        default void are_gone_through_from_the_beginning_where_a_place_is_gone() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                scene.plant();
                String old = scene.cipher().keyId();
                scene.change();

                for (String place : List.of("journal p199901/CAPTURE x41 n1 n199901", "nothing x x41", "garbage")) {
                    Step step = scene.store().answer(() -> scene.bodies().step(old, place, 100));
                    assertTrue(step.next().orElseThrow().startsWith("account "), step.toString());
                }
            }
        }

        @Test
        default void are_about_as_many_as_there_are() {
            try (BodiesScene scene = new BodiesScene(settings())) {
                scene.plant();

                assertFalse(scene.bodies().about() < 0);
            }
        }
    }

    @Test
    void have_a_place_as_text() {
        Place place =
                new Place("journal", "p202611/CAPTURE", List.of("C1".getBytes(StandardCharsets.UTF_8), 7L, 202611L));

        assertEquals("journal p202611/CAPTURE x4331 n7 n202611", place.text());
        assertEquals(place.text(), Place.read(place.text()).orElseThrow().text());
        assertEquals("account  n0", Place.read("account  n0").orElseThrow().text());
    }

    @Nested
    class On_H2 implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements InSql {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
