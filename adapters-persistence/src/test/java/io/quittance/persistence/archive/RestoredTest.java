package io.quittance.persistence.archive;

import static io.quittance.persistence.database.Sql.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A restored state")
class RestoredTest {
    private static final Optional<Instant> TAKEN = Optional.of(Instant.parse("2026-03-01T11:50:00Z"));
    private static final String LINE = "the state was restored, as it stood at 2026-03-01T11:50:00Z: upstream may have"
            + " seen more of this order, and is asked where it can be before anything is passed on";

    interface Stories {
        DatabaseSettings settings();

        private static ObjectRef open(JdbcStore store, MerchantId merchant) {
            Operation asked = GivenOperations.kept(store, GivenOperations.capture(merchant));
            ObjectRef about = ObjectRef.of(asked.id());
            store.perform(() -> {
                store.journal().append(about, List.of(Given.note("one")));
                store.errands().add(Errand.submit(about, merchant, asked.account(), Given.NOON));
            });
            return about;
        }

        private static int tell(JdbcStore store, Journal journal) {
            return Restored.tell(store.database().sql(), journal, store.transactions(), Given.NOON);
        }

        private static List<String> lines(JdbcStore store, ObjectRef about) {
            return store.journal().story(about).stream()
                    .map(Journal.Row::entry)
                    .map(JournalEntry::note)
                    .toList();
        }

        @Test
        default void is_told_once_in_the_story_of_each_order_that_is_open() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                MerchantId merchant = Given.merchant(store).id();
                List<ObjectRef> open = new ArrayList<>();
                for (int i = 0; i < 120; i++) {
                    open.add(open(store, merchant));
                }
                Operation ended = GivenOperations.kept(store, GivenOperations.capture(merchant));
                assertEquals(0, tell(store, store.journal()), "nothing was restored");

                Restored.declare(store.database().sql(), Given.NOON, TAKEN);
                Restored.declare(store.database().sql(), Given.NOON.plusSeconds(9), Optional.empty());

                assertEquals(120, tell(store, store.journal()));
                assertEquals(0, tell(store, store.journal()));
                open.forEach(about -> assertEquals(List.of("one", LINE), lines(store, about)));
                assertEquals(List.of(), lines(store, ObjectRef.of(ended.id())));
            }
        }

        private static void errandAbout(JdbcStore store, String one, String other) {
            store.database()
                    .sql()
                    .change(
                            "write by hand",
                            "update errand set object_id = ? where object_id = ?",
                            identifier(other),
                            identifier(one));
        }

        @Test
        default void is_told_by_the_next_start_where_one_was_cut_off() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                MerchantId merchant = Given.merchant(store).id();
                List<ObjectRef> open = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    open.add(open(store, merchant));
                }
                Restored.declare(store.database().sql(), Given.NOON, TAKEN);
                ObjectRef last = open.getLast();
                // There is no order any more of which the last is about, so the second part breaks off.
                errandAbout(store, last.id(), "none");
                assertThrows(IllegalStateException.class, () -> tell(store, store.journal()));
                assertEquals(List.of("one", LINE), lines(store, open.getFirst()));
                errandAbout(store, "none", last.id());

                assertEquals(10, tell(store, store.journal()));

                open.forEach(about -> assertEquals(List.of("one", LINE), lines(store, about)));
            }
        }
    }

    @Nested
    class On_H2 implements Stories {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.h2InMemory();
        }
    }

    @Nested
    class On_MariaDb implements Stories {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Stories {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
