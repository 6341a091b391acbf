package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The long form is a matter of the settings {@code killrun.captures}, {@code killrun.kills}, {@code killrun.seed}. */
@DisplayName("A service that is killed again and again while it captures")
class KillRunIT {
    private static final int CAPTURES = Integer.getInteger("killrun.captures", 100);
    private static final int KILLS = Integer.getInteger("killrun.kills", 5);
    private static final long SEED = Long.getLong("killrun.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> loses_nothing_and_invents_nothing() {
        return Databases.each(folder, KillRunIT::run);
    }

    private static void run(String database, GatewayProcess process) throws Exception {
        System.out.println("kill run on " + database + ", seed " + SEED);
        try (GatewayProcess gateway =
                        process.with("QUITTANCE_SIMULATOR_DELAY", "100ms").start();
                TestMerchant shop = new TestMerchant("shop-kill", "SHOP0000000003")) {
            shop.register(gateway, gateway.data());

            KillRun.Verdict verdict = new KillRun(gateway, shop, CAPTURES, KILLS, SEED).run();

            System.out.println("kill run on " + database + ": " + verdict);
            assertEquals(List.of(), verdict.faults());
            assertEquals(CAPTURES, verdict.accepted());
            assertTrue(verdict.repeatedDeliveries() > 0, "some delivery was repeated, so that bytes were compared");
        }
    }
}
