package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.audit.Anchor;
import io.quittance.application.audit.BodyRemoval.Outcome;
import io.quittance.application.audit.Damage;
import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.audit.Seal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.Scene.Found;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A story out of which bodies were taken")
class ForgottenTest {
    interface Forgotten {
        /** What other tests damaged stays so. */
        Scene scene();

        private Taking taking() {
            return new Taking(scene());
        }

        private Outcome forget(ObjectRef about) {
            return taking().forget(about);
        }

        private ObjectRef order() {
            return taking().order();
        }

        private ObjectRef forgotten() {
            ObjectRef about = order();
            assertEquals(new Outcome.Removed(2), forget(about));
            return about;
        }

        @Test
        default void is_whole_and_says_who_took_them() {
            Scene scene = scene();
            ObjectRef about = order();
            List<Row> before = taking().rows(about);
            assertEquals(List.of(1, 3), taking().bodies(about));

            assertEquals(new Outcome.Removed(2), forget(about));

            assertEquals(List.of(Scene.ROWS + 1), taking().bodies(about), "the row that speaks for the others");
            assertEquals(List.of(), scene.found(List.of(about)));
            List<Row> after = taking().rows(about);
            for (int i = 0; i < Scene.ROWS; i++) {
                assertEquals(before.get(i).seal(), after.get(i).seal());
                assertEquals(before.get(i).told().note(), after.get(i).told().note());
            }
            assertEquals(
                    "forgot the persons: took away the bodies of 2 rows: the payee asked for it",
                    after.getLast().told().note());
            assertEquals(Optional.of("Ada"), after.getLast().told().who());
        }

        @Test
        default void has_nothing_to_take_the_second_time_and_takes_what_came_since() {
            Scene scene = scene();
            ObjectRef about = forgotten();

            assertEquals(new Outcome.Removed(0), forget(about));
            assertEquals(Scene.ROWS + 1, taking().rows(about).size(), "nothing was written");

            scene.append(about, Taking.received("seven"), Given.note("eight"));
            assertEquals(new Outcome.Removed(1), forget(about));
            assertEquals(List.of(6, 9), taking().bodies(about));
            assertEquals(List.of(), scene.found(List.of(about)));
        }

        @Test
        default void fits_an_anchor_that_was_written_before() {
            Scene scene = scene();
            ObjectRef about = order();
            Seal head = Seal.read(Bytes.of(scene.head(about))).orElseThrow();
            List<Anchor> anchors = scene.verifying().anchors(Months.ALL, Optional.empty()).anchors().stream()
                    .filter(anchor -> anchor.about().equals(about))
                    .toList();
            assertEquals(
                    List.of(head.number()),
                    anchors.stream().map(Anchor::sequence).toList());

            forget(about);

            assertEquals(List.of(), scene.verifying().anchored(anchors).damages());
            scene.changeRow(about, 2, "note = 'twa'");
            assertEquals(
                    List.of(What.ANCHOR),
                    scene.verifying().anchored(anchors).damages().stream()
                            .map(Damage::what)
                            .toList());
        }

        /** Somebody changed one of two such orders, and the other is as it was. */
        private void named(int sequence, What what, BiConsumer<Scene, ObjectRef> hand) {
            ObjectRef about = forgotten();
            ObjectRef other = forgotten();
            hand.accept(scene(), about);
            assertEquals(List.of(new Found(about, sequence, what)), scene().found(List.of(about, other)));
        }

        @Test
        default void is_damaged_by_whoever_changes_what_is_left_of_a_row() {
            named(3, What.CHANGED, (scene, about) -> scene.changeRow(about, 3, "note = 'thref'"));
            named(3, What.CHANGED, (scene, about) -> scene.changeRow(about, 3, "status = 500"));
            named(3, What.CHANGED, (scene, about) -> scene.changeRow(about, 3, "kind = 'MOVED'"));
            named(1, What.CHANGED, (scene, about) -> scene.changeRow(about, 1, "note = 'ona'"));
        }

        @Test
        default void is_damaged_by_whoever_changes_the_seal_of_such_a_row() {
            named(3, What.CHANGED, (scene, about) -> {
                byte[] seal = scene.cell(about, 3, "mac");
                seal[Seal.BYTES - 1] ^= 1;
                scene.changeRow(about, 3, "mac = ?", seal);
            });
        }

        @Test
        default void is_damaged_by_whoever_puts_a_body_back() {
            ObjectRef about = order();
            byte[] body = scene().cell(about, 3, "body");
            String key = scene().store()
                    .database()
                    .sql()
                    .first(
                            "read a cell",
                            "select body_key from journal where object_id = ? and seq = 3",
                            cells -> cells.text("body_key"),
                            (Object) identifier(about.id()))
                    .orElseThrow();
            forget(about);

            scene().changeRow(about, 3, "body = ?, body_key = ?", body, key);

            assertEquals(List.of(new Found(about, 3, What.CHANGED)), scene().found(List.of(about)));
        }

        @Test
        default void is_damaged_by_whoever_takes_another_body_by_hand() {
            // Row 6 spoke for row 1.
            named(1, What.CHANGED, (scene, about) -> scene.changeRow(about, 6, "body = null, body_key = null"));
            Scene scene = scene();
            ObjectRef about = forgotten();
            scene.append(about, Taking.received("seven"), Given.note("eight"));
            scene.changeRow(about, 7, "body = null, body_key = null");
            assertEquals(List.of(new Found(about, 7, What.CHANGED)), scene.found(List.of(about)));
        }

        @Test
        default void is_damaged_where_it_was_changed_and_not_where_it_has_no_body() {
            named(4, What.CHANGED, (scene, about) -> {
                scene.append(about, Given.note("seven"));
                scene.changeRow(about, 4, "note = 'foor'");
            });
            named(2, What.REMOVED, (scene, about) -> scene.removeRow(about, 2));
            // Row 6 spoke for row 1.
            named(1, What.REMOVED, (scene, about) -> {
                scene.append(about, Given.note("seven"));
                scene.removeRow(about, 6);
            });
        }

        @Test
        default void may_hold_rows_of_an_older_version_that_somebody_vouched_for() {
            Scene scene = scene();
            ObjectRef about = order();
            scene.appendUnsealed(about, "of an older version");
            assertInstanceOf(Outcome.Damaged.class, forget(about), "nobody vouches for it yet");
            scene.vouching().part(Months.ALL, Optional.empty(), Taking.HAND);
            assertEquals(List.of(), scene.found(List.of(about)));

            assertEquals(new Outcome.Removed(2), forget(about));

            assertEquals(List.of(), scene.found(List.of(about)));
            scene.changeRow(about, 6, "note = 'of a forger'");
            assertEquals(List.of(new Found(about, 6, What.CHANGED)), scene.found(List.of(about)));
        }

        @Test
        default void stays_as_it_is_if_it_is_damaged_already() {
            Scene scene = scene();
            ObjectRef about = order();
            scene.changeRow(about, 2, "note = 'twa'");

            Outcome outcome = forget(about);

            assertEquals(
                    new Found(about, 2, What.CHANGED),
                    outcome instanceof Outcome.Damaged(var damage)
                            ? new Found(damage.about(), damage.sequence(), damage.what())
                            : outcome);
            assertEquals(List.of(1, 3), taking().bodies(about));
        }

        @Test
        default void keeps_what_this_gateway_wrote_of_persons_actions() {
            Scene scene = scene();
            ObjectRef about = order();
            scene.append(about, Taking.received("six"));
            scene.append(
                    about,
                    JournalEntry.noted(Kind.OPERATED, Given.NOON, "seven")
                            .with(Bytes.utf8("of a person's action"))
                            .by("Ada"));

            assertEquals(new Outcome.Removed(3), forget(about));

            assertEquals(List.of(7, 8), taking().bodies(about));
        }

        @Test
        default void loses_no_body_that_is_not_there() {
            ObjectRef about = forgotten();
            JdbcJournalBodies bodies =
                    new JdbcJournalBodies(scene().store().database().sql(), OrderHeads.ALL);

            assertThrows(
                    IllegalStateException.class, () -> scene().store().perform(() -> bodies.remove(about, Set.of(3))));
        }
    }

    @Nested
    class On_H2 extends OnOneScene implements Forgotten {
        On_H2() {
            super(() -> TestDatabases.h2InMemory());
        }
    }

    @Nested
    class On_MariaDb extends OnOneScene implements Forgotten {
        On_MariaDb() {
            super(() -> TestDatabases.mariaDb());
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql extends OnOneScene implements Forgotten {
        On_MySql() {
            super(() -> TestDatabases.external().orElseThrow());
        }
    }
}
