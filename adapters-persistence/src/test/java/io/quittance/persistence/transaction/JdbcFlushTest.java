package io.quittance.persistence.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A flush in SQL")
class JdbcFlushTest {
    private static final long SEED = 7;

    /** What writes nothing is answered without the disk, so each call has to change something. */
    @Test
    void changes_something_each_time_on_the_embedded_database(@TempDir Path folder) {
        changesSomethingEachTime(TestDatabases.h2File(folder));
    }

    @Test
    void changes_something_each_time_on_maria_db() {
        changesSomethingEachTime(TestDatabases.mariaDb());
    }

    @Test
    @NeedsMySql
    void changes_something_each_time_on_my_sql() {
        changesSomethingEachTime(TestDatabases.external().orElseThrow());
    }

    private static void changesSomethingEachTime(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            JdbcFlush flush = new JdbcFlush(database.work(), new Random(SEED));
            JdbcFlush neighbour = new JdbcFlush(database.work(), new Random(SEED));

            flush.await();
            flush.await();
            neighbour.await();

            assertEquals(
                    List.of(3L),
                    database.sql().list("read", "select marks from flush_mark", cells -> cells.whole("marks")));
        }
    }

    @Test
    void is_needed_where_nothing_is_written_before_it_is_seen(@TempDir Path folder) {
        assertTrue(showsCommitsEarly(TestDatabases.h2File(folder)));
        assertTrue(showsCommitsEarly(TestDatabases.mariaDb()), "the tests start it without a binary log");
    }

    @Test
    @NeedsMySql
    void is_needless_where_a_binary_log_is_written_first() {
        DatabaseSettings named = TestDatabases.external().orElseThrow();
        try (Database database = Database.open(named)) {
            long logs = database.sql()
                    .first("read", "select @@log_bin as log_bin", cells -> cells.whole("log_bin"))
                    .orElseThrow();

            assertEquals(logs == 0, database.showsCommitsEarly());
        }
    }

    private static boolean showsCommitsEarly(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            return database.showsCommitsEarly();
        }
    }
}
