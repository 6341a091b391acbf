package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.JournalMonths.Part;
import io.quittance.persistence.store.NeedsMySql;
import io.quittance.persistence.store.NeedsOldestMariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The parts of the journal")
class JournalMonthsTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    interface Divided {
        DatabaseSettings settings();

        /** A database of this version whose journal is not divided. */
        private void undivided(Consumer<Database> work) {
            try (Database database = Database.open(settings())) {
                database.sql().change("undo", "alter table journal remove partitioning");
                work.accept(database);
            }
        }

        private void divided(Consumer<Database> work) {
            undivided(database -> {
                months(database).divide(FEBRUARY);
                work.accept(database);
            });
        }

        private static JournalMonths months(Database database) {
            return new JournalMonths(database.sql());
        }

        private static List<String> names(Database database) {
            return months(database).parts().stream().map(Part::name).toList();
        }

        private static void write(Database database, String kind, int month) {
            database.sql()
                    .change(
                            "write the journal",
                            "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note)"
                                    + " values (?, ?, ?, 1, 'OWED', '2026-01-01', 'n')",
                            kind,
                            Sql.identifier(kind + month),
                            month);
        }

        private static List<String> held(Database database, String part) {
            return database.sql()
                    .list(
                            "read a part",
                            "select concat(object_kind, ' ', object_month) as held from journal partition (" + part
                                    + ") order by object_month, object_kind",
                            cells -> cells.text("held"));
        }

        @Test
        default void are_there_from_the_first_start_on_and_some_months_ahead() {
            try (Database database = Database.open(settings())) {
                List<Part> parts = months(database).parts();

                assertEquals(2 * (1 + JournalMonths.AHEAD), parts.size());
                assertFalse(months(database).isShort(parts.getFirst().month()));
            }
        }

        @Test
        default void are_made_for_a_journal_that_has_rows_and_each_goes_to_its_own() {
            undivided(database -> {
                database.sql().change("keep a relay", """
                    insert into relay (relay_no, merchant_id, account_id, api, asked_at, created_month)
                    values ('L1', 1, 1, 'orderQuery', '2026-01-05', 202601)
                    """);
                for (int month : List.of(202512, 202601, 202602, 202612)) {
                    write(database, "RELAY", month);
                    write(database, "CAPTURE", month);
                    write(database, "PAYOUT", month);
                }

                months(database).divide(FEBRUARY);

                assertEquals(
                        List.of("p202601", "r202601", "p202602", "r202602", "p202603", "r202603", "p202604", "r202604"),
                        names(database));
                assertEquals(
                        List.of("CAPTURE 202512", "PAYOUT 202512", "RELAY 202512", "CAPTURE 202601", "PAYOUT 202601"),
                        held(database, "p202601"));
                assertEquals(List.of("RELAY 202601"), held(database, "r202601"));
                assertEquals(List.of("CAPTURE 202602", "PAYOUT 202602"), held(database, "p202602"));
                assertEquals(List.of("CAPTURE 202612", "PAYOUT 202612", "RELAY 202612"), held(database, "pmax"));

                months(database).divide(FEBRUARY.plusYears(1));

                assertEquals(8, names(database).size(), "what is divided stays as it is");
            });
        }

        @Test
        default void grow_with_time_and_take_over_what_came_before_they_were_made() {
            divided(database -> {
                write(database, "CAPTURE", 202605);
                write(database, "RELAY", 202606);
                assertTrue(months(database).isShort(FEBRUARY.plusMonths(1)));

                months(database).reach(YearMonth.of(2026, 4));
                months(database).reach(YearMonth.of(2026, 4));

                assertEquals(
                        List.of("p202604", "r202604", "p202605", "r202605", "p202606", "r202606"),
                        names(database).subList(4, 10));
                assertEquals(List.of("CAPTURE 202605"), held(database, "p202605"));
                assertEquals(List.of("RELAY 202606"), held(database, "r202606"));
                assertEquals(List.of(), held(database, "pmax"));
            });
        }

        @Test
        default void go_only_if_nobody_needs_what_they_hold() {
            divided(database -> {
                write(database, "RELAY", 202602);
                write(database, "CAPTURE", 202602);
                write(database, "NEWER", 202602);
                Part all = part(database, "p202602");
                Part relays = part(database, "r202602");

                assertFalse(months(database).drop(relays, () -> false));
                assertFalse(months(database).drop(all, () -> true), "it holds a kind that nobody knows");
                assertTrue(months(database).drop(relays, () -> true));

                assertEquals(List.of("p202602", "p202603"), names(database).subList(0, 2));
                assertEquals(List.of("CAPTURE 202602", "NEWER 202602"), held(database, "p202602"));
            });
        }

        @Test
        default void do_not_wait_long_for_whoever_is_writing() {
            divided(database -> {
                Part part = part(database, "p202602");
                try (Connection writing = database.dataSource().getConnection()) {
                    writing.setAutoCommit(false);
                    database.sql().on(writing, () -> {
                        write(database, "CAPTURE", 202603);
                        return true;
                    });

                    assertEquals(
                            Fault.CONTENDED,
                            assertThrows(
                                            StatementFailed.class,
                                            () -> months(database).drop(part, () -> true))
                                    .fault());

                    writing.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                write(database, "CAPTURE", 202604);
                assertTrue(months(database).drop(part, () -> true));
            });
        }

        private static Part part(Database database, String name) {
            return months(database).parts().stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class On_MariaDb implements Divided {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsOldestMariaDb
    class On_the_oldest_MariaDb implements Divided {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.oldestMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Divided {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
