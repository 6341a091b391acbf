package io.quittance.persistence.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.GivenShards;
import io.quittance.application.shard.Lease;
import io.quittance.application.store.Latches;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseLimits;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An instance whose connections are all in use")
@Timeout(120)
class BusyPoolTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int EACH = 2;

    static List<DatabaseSettings> databases() {
        return List.of(TestDatabases.h2InMemory(), TestDatabases.mariaDb());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void renews_its_leases(DatabaseSettings settings) {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(2 * EACH);
        try (Database database = Database.open(settings, new DatabaseLimits(EACH, EACH, Duration.ZERO));
                ExecutorService others = Executors.newFixedThreadPool(2 * EACH)) {
            JdbcShards shards = new JdbcShards(database, InstantSource.system(), () -> "");
            List<Lease> before = GivenShards.lease(shards, "one", LONG);
            for (Sql pool : List.of(database.sql(), database.work())) {
                for (int i = 0; i < EACH; i++) {
                    others.submit(() -> new JdbcTransactions(pool, new SecureRandom()).inOne(() -> {
                        pool.first("take a connection", "select 1 as one", cells -> cells.whole("one"));
                        taken.countDown();
                        Latches.await(over);
                        return "given back";
                    }));
                }
            }
            Latches.await(taken);

            try {
                assertTrue(shards.renew("one"));
                assertEquals(before, GivenShards.lease(shards, "one", LONG));
            } finally {
                over.countDown();
            }
        }
    }
}
