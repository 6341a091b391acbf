package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Three instances on one database")
class InstancesIT {
    /** Five seconds, and eight after a kill, are promised; a busy machine may need longer. */
    private static final Duration GENEROUS = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @Test
    void share_the_shards_evenly_whoever_comes_goes_or_is_killed() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (GatewayProcess one = process("one", database).start();
                GatewayProcess two = process("two", database);
                GatewayProcess three = process("three", database)) {
            assertEquals(64, one.shardsHeld());

            two.start();
            become(List.of(32, 32), one, two);
            three.start();
            become(List.of(21, 21, 22), one, two, three);
            assertEquals(22, one.shardsHeld(), "the one that came first");

            two.kill();
            become(List.of(32, 32), one, three);
            assertTrue(one.stop(Duration.ofSeconds(20)), "stopped in order");
            become(List.of(64), three);
        }
    }

    @Test
    void lose_nothing_when_they_are_restarted_one_after_the_other_under_load() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (GatewayProcess one = process("one", database).start();
                GatewayProcess two = process("two", database).start();
                GatewayProcess three = process("three", database).start();
                TestMerchant shop = new TestMerchant("shop-rolling", "SHOP0000000007")) {
            become(List.of(21, 21, 22), one, two, three);
            shop.register(one, folder.resolve("data"));
            try (CaptureLoad load = new CaptureLoad(shop, List.of(one, two, three))) {
                for (GatewayProcess next : List.of(one, two, three)) {
                    load.goesOn();
                    assertTrue(next.stop(Duration.ofSeconds(20)), "stopped in order");
                    next.start();
                    become(List.of(21, 21, 22), one, two, three);
                }
                load.goesOn();

                load.end();

                Await.until(load::untold, GENEROUS, () -> load.untold().equals("all are told"));
                System.out.println("rolling restart: " + load);
            }
        }
    }

    /** They have one data folder, and so the same keys. */
    private GatewayProcess process(String name, DatabaseSettings database) {
        return new GatewayProcess(folder.resolve(name))
                .with("QUITTANCE_DATA", folder.resolve("data").toString())
                .with("QUITTANCE_DB_URL", database.url());
    }

    private static void become(List<Integer> shares, GatewayProcess... instances) {
        Await.until(
                () -> shares + ", but they have "
                        + Stream.of(instances).map(GatewayProcess::shardsHeld).toList(),
                GENEROUS,
                () -> shares.equals(Stream.of(instances)
                        .map(GatewayProcess::shardsHeld)
                        .sorted()
                        .toList()));
    }
}
