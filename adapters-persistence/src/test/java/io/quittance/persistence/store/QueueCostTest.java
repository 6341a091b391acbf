package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.errand.JdbcErrands;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows that the server itself counts, as it reads them. */
@DisplayName("What it costs to read a queue")
class QueueCostTest {
    private static final long LANES = 5;
    private static final int LIMIT = 17;

    interface Counted {
        DatabaseSettings settings();

        @Test
        default void does_not_depend_on_how_much_waits() {
            try (JdbcStore store = JdbcStore.open(settings())) {
                Sql sql = store.database().sql();
                JdbcErrands errands = new JdbcErrands(sql, "1.0");
                fill(sql, 0, 20_000);
                long reading = rows(store, () -> read(errands));

                fill(sql, 20_000, 40_000);

                assertEquals(reading, rows(store, () -> read(errands)), "rows read for a page");
                for (int shards : List.of(1, 21, Shard.COUNT)) {
                    long stretches = shards * LANES;
                    long read = rows(store, () -> lookOver(errands, shards, stretches));
                    assertTrue(read <= 2 * LANES * Shard.COUNT, "a look over " + stretches + " read " + read);
                }
            }
        }

        private static void lookOver(JdbcErrands errands, int shards, long stretches) {
            List<Shard> some = Shard.all().subList(0, shards);
            assertEquals(stretches, errands.owed().waiting(some).size());
        }

        private static void read(JdbcErrands errands) {
            Stretch stretch = new Stretch(new Shard(0), 1);
            assertEquals(
                    LIMIT,
                    errands.owed()
                            .due(stretch, Position.START, Given.NOON.plusSeconds(3600), LIMIT)
                            .entries()
                            .size());
        }

        /** On one connection, as the count is a connection's. */
        private static long rows(JdbcStore store, Runnable work) {
            return store.answer(() -> {
                long before = read(store.database().sql());
                work.run();
                return read(store.database().sql()) - before;
            });
        }

        private static long read(Sql sql) {
            List<Long> counts = sql.list(
                    "count rows read",
                    "show session status where variable_name in ('Handler_read_first', 'Handler_read_key',"
                            + " 'Handler_read_last', 'Handler_read_next', 'Handler_read_prev')",
                    cells -> cells.whole("value"));
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        /** All due, in all shards, most of them in one lane. */
        private static void fill(Sql sql, int from, int until) {
            for (int first = from; first < until; first += 1_000) {
                String rows = IntStream.range(first, first + 1_000)
                        .mapToObj(i ->
                                "(%d, %d, '2026-03-01 12:00:00', 'CAPTURE', 'C%d', 1, 1, 'SUBMIT', 0, false, false)"
                                        .formatted(
                                                i % Shard.COUNT, Math.max(1, i / Shard.COUNT % 50 - 50 + LANES + 1), i))
                        .collect(Collectors.joining(", "));
                sql.change(
                        "fill a queue",
                        "insert into errand (shard, lane, due_at, object_kind, object_id, merchant_id, account_id,"
                                + " step, attempt, sending, unsure) values " + rows);
            }
            sql.list("count anew", "analyze table errand", cells -> cells.text("op"));
        }
    }

    @Nested
    class On_MariaDb implements Counted {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Counted {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }
}
