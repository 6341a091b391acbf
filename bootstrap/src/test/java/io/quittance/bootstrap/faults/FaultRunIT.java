package io.quittance.bootstrap.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.faults.FaultRun.Found;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** In short; the long form is a matter of {@code bootstrap/src/test/fault-run}, see docs/reliability.md. */
@DisplayName("A service around which everything fails")
class FaultRunIT {
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int ORDERS_OF_THREE = 100;
    private static final int ORDERS_OF_ONE = 60;

    @TempDir
    private Path folder;

    @Test
    void loses_and_invents_nothing_with_three_instances_on_mariadb() throws Exception {
        try (Database database = new MariaDb(folder.resolve("mariadb"))) {
            Found found = new FaultRun(RunSettings.brief(SEED, 3, ORDERS_OF_THREE, true, folder)).run(database);

            assertNothingIsWrong(found, ORDERS_OF_THREE);
        }
    }

    @Test
    void loses_and_invents_nothing_with_one_instance_on_the_embedded_database() throws Exception {
        try (Database database = new EmbeddedH2(folder.resolve("instance-0").resolve("data"))) {
            Found found = new FaultRun(RunSettings.brief(SEED, 1, ORDERS_OF_ONE, false, folder)).run(database);

            assertNothingIsWrong(found, ORDERS_OF_ONE);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "faults.long", matches = "true")
    void loses_and_invents_nothing_for_as_long_as_was_asked() throws Exception {
        try (Database database = Databases.named(folder)) {
            Found found = new FaultRun(RunSettings.named(folder)).run(database);

            assertNothingIsWrong(found, 1);
        }
    }

    private static void assertNothingIsWrong(Found found, int orders) {
        found.report().forEach(System.out::println);
        assertTrue(found.orders() >= orders, () -> "only " + found.orders() + " orders");
        assertEquals(List.of(), found.faults(), () -> "seed " + found.seed());
    }
}
