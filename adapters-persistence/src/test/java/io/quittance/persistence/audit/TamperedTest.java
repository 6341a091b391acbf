package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.Seal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.persistence.audit.Scene.Found;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A journal in which somebody wrote by hand")
class TamperedTest {
    interface Tampered {
        /** What other tests damaged stays so. */
        Scene scene();

        /** An order that somebody changed, between two that nobody did. */
        private void named(int sequence, What what, BiConsumer<Scene, ObjectRef> hand) {
            Scene scene = scene();
            List<ObjectRef> orders = List.of(scene.order(), scene.order(), scene.order());
            ObjectRef about = orders.get(1);
            assertEquals(List.of(), scene.found(orders));

            hand.accept(scene, about);

            assertEquals(List.of(new Found(about, sequence, what)), scene.found(orders));
            assertEquals(1, scene.verifying().order(about).damages().size());
        }

        @Test
        default void is_named_whichever_cell_of_a_row_was_changed() {
            Map<String, Object> changes = Map.ofEntries(
                    Map.entry("kind", "MOVED"),
                    Map.entry("happened_at", "2026-03-01 12:00:00.123001"),
                    Map.entry("note", "thref"),
                    Map.entry("key_id", "another"),
                    Map.entry("fingerprint", identifier(Given.fingerprint().value())),
                    Map.entry("status", 201),
                    Map.entry("took_ms", 8),
                    Map.entry("who", "Bob"),
                    Map.entry("object_month", 202604),
                    Map.entry("mac", new byte[Seal.BYTES]),
                    Map.entry("body_key", "another"));
            Scene scene = scene();
            List<Found> expected = new ArrayList<>();
            changes.forEach((column, value) -> {
                ObjectRef about = scene.order();
                scene.changeRow(about, 3, column + " = ?", value);
                expected.add(new Found(about, 3, What.CHANGED));
            });
            for (String column : List.of("body", "key_id", "fingerprint", "status", "took_ms", "who", "mac")) {
                ObjectRef about = scene.order();
                scene.changeRow(about, 3, column + " = null");
                expected.add(new Found(about, 3, What.CHANGED));
            }

            List<ObjectRef> orders = expected.stream().map(Found::about).toList();
            assertEquals(sorted(expected), sorted(scene.found(orders)));
        }

        private static List<String> sorted(List<Found> found) {
            return found.stream().map(Found::toString).sorted().toList();
        }

        @Test
        default void is_named_if_one_bit_of_a_body_or_of_a_seal_was_changed() {
            for (String column : List.of("body", "mac")) {
                named(3, What.CHANGED, (scene, about) -> {
                    byte[] cell = scene.cell(about, 3, column);
                    cell[cell.length - 1] ^= 1;
                    scene.changeRow(about, 3, column + " = ?", cell);
                });
            }
        }

        @Test
        default void is_named_if_a_row_was_removed() {
            for (int sequence : List.of(1, 3, Scene.ROWS)) {
                named(sequence, What.REMOVED, (scene, about) -> scene.removeRow(about, sequence));
            }
        }

        @Test
        default void is_named_if_a_row_was_removed_and_the_gap_closed() {
            named(2, What.REMOVED, (scene, about) -> {
                scene.removeRow(about, 2);
                scene.shift(about, 2, -1);
                scene.changeOrder(about, "journal_seq = 4");
            });
        }

        @Test
        default void is_named_if_the_last_row_was_removed_and_the_order_set_back() {
            named(Scene.ROWS - 1, What.HEAD, (scene, about) -> {
                byte[] older = scene.cell(about, Scene.ROWS - 1, "mac");
                scene.removeRow(about, Scene.ROWS);
                // The best guess of somebody who has no key: the seal of the row that is last now, under its number.
                older[7] = (byte) (Scene.ROWS - 1);
                scene.changeOrder(about, "journal_seq = ?, journal_mac = ?", Scene.ROWS - 1, older);
            });
        }

        @Test
        default void is_named_if_a_whole_story_was_removed() {
            named(1, What.REMOVED, (scene, about) -> {
                scene.change("delete from journal where object_id = ?", identifier(about.id()));
                scene.changeOrder(about, "journal_seq = 0, journal_mac = null");
            });
        }

        @Test
        default void is_named_if_the_order_was_removed_and_its_story_left() {
            named(
                    1,
                    What.HEAD,
                    (scene, about) -> scene.change("delete from capture where capture_no = ?", identifier(about.id())));
        }

        @Test
        default void is_named_if_a_row_was_inserted_behind_the_last() {
            named(6, What.INSERTED, (scene, about) -> scene.insert(about, 6, "forged"));
        }

        @Test
        default void is_named_if_a_row_was_inserted_behind_the_last_and_the_order_told_of_it() {
            named(6, What.UNSEALED, (scene, about) -> scene.appendUnsealed(about, "forged"));
            named(6, What.INSERTED, (scene, about) -> {
                scene.appendUnsealed(about, "forged");
                scene.changeRow(about, 6, "mac = ?", scene.cell(about, 5, "mac"));
            });
        }

        @Test
        default void is_named_if_a_row_was_inserted_behind_a_gap() {
            named(9, What.INSERTED, (scene, about) -> scene.insert(about, 9, "forged"));
            named(9, What.INSERTED, (scene, about) -> {
                scene.insert(about, 9, "forged");
                scene.changeRow(about, 9, "mac = ?", scene.cell(about, 5, "mac"));
                scene.changeOrder(about, "journal_seq = 9");
            });
            named(4, What.INSERTED, (scene, about) -> {
                scene.shift(about, 2, 2);
                scene.insert(about, 4, "forged");
                scene.changeOrder(about, "journal_seq = 7");
            });
        }

        @Test
        default void is_named_if_rows_were_removed_and_one_was_inserted_behind() {
            named(2, What.REMOVED, (scene, about) -> {
                scene.removeRow(about, 2);
                scene.insert(about, 9, "forged");
            });
            named(4, What.REMOVED, (scene, about) -> {
                scene.removeRow(about, 4);
                scene.removeRow(about, 5);
                scene.insert(about, 9, "forged");
            });
            named(3, What.REMOVED, (scene, about) -> {
                scene.removeRow(about, 3);
                scene.changeRow(about, 4, "note = 'forged'");
            });
        }

        @Test
        default void is_named_if_rows_were_moved_on() {
            named(4, What.CHANGED, (scene, about) -> scene.shift(about, 2, 1));
        }

        @Test
        default void is_named_if_a_row_was_inserted_between_two() {
            named(3, What.INSERTED, (scene, about) -> {
                scene.shift(about, 2, 1);
                scene.insert(about, 3, "forged");
                scene.changeRow(about, 3, "mac = ?", scene.cell(about, 2, "mac"));
                scene.changeOrder(about, "journal_seq = 6");
            });
        }

        @Test
        default void is_named_if_two_rows_were_swapped() {
            named(4, What.CHANGED, (scene, about) -> {
                scene.changeRow(about, 4, "seq = 99");
                scene.changeRow(about, 5, "seq = 4");
                scene.changeRow(about, 99, "seq = 5");
            });
        }

        @Test
        default void is_named_if_a_row_is_another_orders() {
            named(2, What.CHANGED, (scene, about) -> {
                ObjectRef other = scene.order();
                scene.removeRow(about, 2);
                scene.change(
                        "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note, mac)"
                                + " select object_kind, ?, object_month, seq, kind, happened_at, note, mac from journal"
                                + " where object_id = ? and seq = 2",
                        identifier(about.id()),
                        identifier(other.id()));
            });
        }

        @Test
        default void is_named_if_a_row_stands_there_twice() {
            named(
                    5,
                    What.INSERTED,
                    (scene, about) -> scene.change(
                            "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note)"
                                    + " values ('CAPTURE', ?, 202604, 5, 'MOVED', '2026-03-01 12:00:00', 'forged')",
                            identifier(about.id())));
        }

        @Test
        default void is_named_if_the_orders_own_row_was_changed() {
            named(5, What.HEAD, (scene, about) -> {
                byte[] head = scene.head(about);
                head[Seal.BYTES - 1] ^= 1;
                scene.changeOrder(about, "journal_mac = ?", head);
            });
            named(5, What.HEAD, (scene, about) -> scene.changeOrder(about, "journal_mac = null"));
            named(5, What.HEAD, (scene, about) -> scene.changeOrder(about, "journal_mac = ?", new byte[5]));
            named(5, What.HEAD, (scene, about) -> {
                ObjectRef other = scene.order();
                scene.changeOrder(about, "journal_mac = ?", scene.head(other));
            });
            named(6, What.REMOVED, (scene, about) -> scene.changeOrder(about, "journal_seq = 6"));
            named(5, What.INSERTED, (scene, about) -> scene.changeOrder(about, "journal_seq = 4"));
        }

        @Test
        default void is_named_if_all_seals_were_taken_away() {
            named(1, What.UNSEALED, (scene, about) -> {
                scene.change("update journal set mac = null where object_id = ?", identifier(about.id()));
                scene.changeOrder(about, "journal_mac = null");
            });
        }
    }

    @Nested
    class On_H2 extends OnOneScene implements Tampered {
        On_H2() {
            super(() -> TestDatabases.h2InMemory());
        }
    }

    @Nested
    class On_MariaDb extends OnOneScene implements Tampered {
        On_MariaDb() {
            super(() -> TestDatabases.mariaDb());
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql extends OnOneScene implements Tampered {
        On_MySql() {
            super(() -> TestDatabases.external().orElseThrow());
        }
    }
}
