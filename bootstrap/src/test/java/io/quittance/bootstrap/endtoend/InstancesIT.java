package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        try (GatewayProcess one = GatewayProcess.among(folder, "one", database).start();
                GatewayProcess two = GatewayProcess.among(folder, "two", database);
                GatewayProcess three = GatewayProcess.among(folder, "three", database)) {
            assertEquals(64, one.shardsHeld());

            two.start();
            Shares.become(List.of(32, 32), GENEROUS, one, two);
            three.start();
            Shares.become(List.of(21, 21, 22), GENEROUS, one, two, three);
            assertEquals(22, one.shardsHeld(), "the one that came first");

            two.kill();
            Shares.become(List.of(32, 32), GENEROUS, one, three);
            assertTrue(one.stop(Duration.ofSeconds(20)), "stopped in order");
            Shares.become(List.of(64), GENEROUS, three);
        }
    }

    @Test
    void lose_nothing_when_they_are_restarted_one_after_the_other_under_load() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (GatewayProcess one = GatewayProcess.among(folder, "one", database).start();
                GatewayProcess two =
                        GatewayProcess.among(folder, "two", database).start();
                GatewayProcess three =
                        GatewayProcess.among(folder, "three", database).start();
                TestMerchant shop = new TestMerchant("shop-rolling", "SHOP0000000007")) {
            Shares.become(List.of(21, 21, 22), GENEROUS, one, two, three);
            shop.register(one, folder.resolve("data"));
            try (CaptureLoad load = new CaptureLoad(shop, List.of(one, two, three))) {
                for (GatewayProcess next : List.of(one, two, three)) {
                    load.goesOn();
                    assertTrue(next.stop(Duration.ofSeconds(20)), "stopped in order");
                    next.start();
                    Shares.become(List.of(21, 21, 22), GENEROUS, one, two, three);
                }
                load.goesOn();

                load.end();

                Await.until(load::untold, GENEROUS, () -> load.untold().equals("all are told"));
                System.out.println("rolling restart: " + load);
            }
        }
    }
}
