package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.Anchor;
import io.quittance.application.audit.Chain;
import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.audit.VouchForRows;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.person.Hand;
import io.quittance.application.store.Given;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.audit.Scene.Found;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.encryption.HmacAuditKey;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may happen to a journal without anybody having written in it by hand, and what only the world outside can tell. */
@DisplayName("A sealed journal")
class UntouchedTest {
    private static final Hand ADA = new Hand("Ada", "update to 1.1");

    interface Untouched {
        DatabaseSettings settings();

        @Test
        default void is_whole_though_repeats_are_counted_and_an_order_goes_on_to_another_month() {
            try (Scene scene = Scene.at(settings())) {
                ObjectRef about = scene.order();
                Journal journal = scene.store().journal();
                Fingerprint message =
                        journal.story(about).get(2).entry().fingerprint().orElseThrow();
                assertTrue(scene.store().answer(() -> journal.repeated(about, message)));
                scene.change("update journal set object_month = 202604 where object_id = ?", identifier(about.id()));
                scene.changeOrder(about, "created_month = 202604");

                assertEquals(List.of(), scene.damages());
                scene.append(about, Given.note("six"));
                assertEquals(List.of(), scene.damages());
            }
        }

        @Test
        default void is_whole_though_its_bodies_were_encrypted_again_with_another_key() {
            try (Scene scene = Scene.at(settings())) {
                ObjectRef about = scene.order();
                BodyCipher before = BodyCipher.of(new byte[BodyCipher.KEY_BYTES], new SecureRandom());
                byte[] key = new byte[BodyCipher.KEY_BYTES];
                Arrays.fill(key, (byte) 9);
                BodyCipher after = BodyCipher.of(key, new SecureRandom());
                for (int sequence : List.of(1, 3)) {
                    String place = JournalRow.place(about, sequence);
                    byte[] body = before.open(place, new Sealed(scene.cell(about, sequence, "body"), before.keyId()));
                    Sealed again = after.seal(place, body);
                    scene.changeRow(about, sequence, "body = ?, body_key = ?", again.content(), again.keyId());
                }

                JdbcKeptJournal kept =
                        new JdbcKeptJournal(scene.store().database().sql(), after, OrderHeads.ALL);
                assertEquals(
                        new VerifyJournal.Part(1, Scene.ROWS, List.of(), Optional.empty()),
                        new JournalVerifying(kept, JdbcStore.CHAIN).order(about));
            }
        }

        @Test
        default void says_so_if_it_was_sealed_with_another_key() {
            try (Scene scene = Scene.at(settings())) {
                ObjectRef about = scene.order();
                byte[] key = new byte[HmacAuditKey.KEY_BYTES];
                Arrays.fill(key, (byte) 9);
                VerifyJournal stranger =
                        new JournalVerifying(scene.store().keptJournal(), new Chain(HmacAuditKey.of(key)));

                String why = stranger.order(about).damages().getFirst().why();

                assertTrue(why.startsWith("it is sealed with the audit key "), why);
            }
        }

        @Test
        default void of_which_an_older_version_wrote_rows_is_whole_once_a_person_vouched_for_them() {
            try (Scene scene = Scene.at(settings())) {
                ObjectRef old = scene.order();
                scene.change("update journal set mac = null where object_id = ?", identifier(old.id()));
                scene.changeOrder(old, "journal_mac = null");
                scene.append(old, Given.note("by this version"));
                ObjectRef mixed = scene.order();
                scene.appendUnsealed(mixed, "by an older version");
                scene.append(mixed, Given.note("by this version"));
                scene.appendUnsealed(mixed, "again by an older version");
                ObjectRef damaged = scene.order();
                scene.removeRow(damaged, 2);
                assertEquals(
                        sorted(List.of(
                                new Found(old, 1, What.UNSEALED),
                                new Found(mixed, 6, What.UNSEALED),
                                new Found(damaged, 2, What.REMOVED))),
                        sorted(scene.found()));

                VouchForRows.Part vouched = vouch(scene);

                assertEquals(7, vouched.rows());
                assertEquals(2, vouched.orders().size());
                assertEquals(List.of(new Found(damaged, 2, What.REMOVED)), scene.found());
                Journal.Row last = scene.store().journal().story(mixed).getLast();
                assertEquals(9, last.sequence());
                assertEquals(Optional.of("Ada"), last.entry().who());
                assertEquals(
                        "vouched for 2 rows without a seal, as they stand here: update to 1.1",
                        last.entry().note());
                assertEquals(0, vouch(scene).rows());
                scene.append(old, Given.note("goes on"));
                assertEquals(List.of(new Found(damaged, 2, What.REMOVED)), scene.found());

                scene.changeRow(mixed, 8, "note = 'forged'");
                scene.removeRow(old, 3);
                assertEquals(
                        sorted(List.of(
                                new Found(old, 3, What.REMOVED),
                                new Found(mixed, 8, What.CHANGED),
                                new Found(damaged, 2, What.REMOVED))),
                        sorted(scene.found()));
            }
        }

        private static VouchForRows.Part vouch(Scene scene) {
            return scene.vouching().part(Months.ALL, Optional.of(new ObjectRef(Kind.CAPTURE, "")), ADA);
        }

        private static List<String> sorted(List<Found> found) {
            return found.stream().map(Found::toString).sorted().toList();
        }

        @Test
        default void is_told_by_its_anchors_from_an_older_state_of_itself() {
            try (Scene scene = Scene.at(settings())) {
                ObjectRef setBack = scene.order();
                byte[] head = scene.head(setBack);
                scene.append(setBack, Given.note("six"));
                ObjectRef removed = scene.order();
                ObjectRef other = scene.order();
                List<Anchor> anchors =
                        scene.verifying().anchors(Months.ALL, Optional.empty()).anchors();
                scene.append(other, Given.note("six"));
                assertEquals(3, anchors.size());
                assertEquals(List.of(), scene.verifying().anchored(anchors).damages());

                // Somebody kept the order's row as it was before, from a backup.
                scene.removeRow(setBack, 6);
                scene.changeOrder(setBack, "journal_seq = 5, journal_mac = ?", head);
                scene.change("delete from journal where object_id = ?", identifier(removed.id()));
                scene.change("delete from capture where capture_no = ?", identifier(removed.id()));

                assertEquals(List.of(), scene.damages());
                assertEquals(
                        sorted(List.of(new Found(setBack, 6, What.ANCHOR), new Found(removed, 5, What.ANCHOR))),
                        sorted(scene.verifying().anchored(anchors).damages().stream()
                                .map(one -> new Found(one.about(), one.sequence(), one.what()))
                                .toList()));
            }
        }

        @Test
        default void is_no_damage_while_orders_come_and_move() throws Exception {
            try (Scene scene = Scene.at(settings())) {
                List<ObjectRef> orders = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    orders.add(scene.order());
                }
                AtomicBoolean end = new AtomicBoolean();
                CompletableFuture<Integer> moving = CompletableFuture.supplyAsync(() -> {
                    int moves = 0;
                    while (!end.get()) {
                        scene.append(orders.get(moves % orders.size()), Given.note("moves"));
                        if (moves++ % 10 == 0) {
                            scene.orderAtOnce();
                        }
                    }
                    return moves;
                });

                for (int i = 0; i < 30; i++) {
                    assertEquals(List.of(), scene.damages());
                }

                end.set(true);
                assertTrue(moving.get() > 0);
                assertEquals(List.of(), scene.damages());
            }
        }

        @Test
        default void is_no_damage_while_orders_end() throws Exception {
            try (Scene scene = Scene.at(settings())) {
                AtomicBoolean end = new AtomicBoolean();
                CompletableFuture<Integer> moving = CompletableFuture.supplyAsync(() -> {
                    int moves = 0;
                    while (!end.get() && moves < 1_000) {
                        scene.orderThatEnds();
                        moves++;
                    }
                    return moves;
                });

                for (int i = 0; i < 60; i++) {
                    assertEquals(List.of(), scene.damages());
                }

                end.set(true);
                assertTrue(moving.get() > 0);
            }
        }
    }

    @Nested
    class On_H2 implements Untouched {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements Untouched {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Untouched {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
