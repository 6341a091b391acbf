package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upstream is another gateway: it takes an order once, and says so of every other time. */
@DisplayName("An older state, restored behind upstream's back")
class RestoredIT {
    private static final Duration GENEROUS = Duration.ofSeconds(120);
    private static final int EACH = 2;

    @TempDir
    private Path folder;

    @Test
    void doubles_nothing_and_fails_nothing_that_succeeded() throws Exception {
        Path kept = folder.resolve("kept");
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.near(folder, far);
                TestMerchant shop = new TestMerchant("shop-restored", "SHOP0000000031")) {
            FarAccount.open(far, near, shop, folder);
            far.kill();
            for (int i = 0; i < EACH; i++) {
                assertEquals(
                        "APPLY_SUCCESS",
                        shop.capture(near, "restored-" + i, "42.50").code());
                assertEquals(
                        "APPLY_SUCCESS",
                        shop.payout(near, "restored_" + i, "12.30", "SUCCESS").code());
            }
            run(near, "backup", "--to", kept.toString());
            far.start();
            Await.until("all are told", GENEROUS, () -> told(shop, "SUCCESS") == 2 * EACH);

            near.kill();
            delete(near.data());
            String restored = run(near, "restore", "--from", kept.toString());
            assertTrue(restored.contains("The keys are there."), restored);
            assertTrue(restored.contains(2 * EACH + " orders may have been passed on since"), restored);
            near.start();

            Await.until("what can be asked for is told again", GENEROUS, () -> told(shop, "SUCCESS") == 3 * EACH);
            for (int i = 0; i < EACH; i++) {
                String capture = run(near, "order", "show", "restored-" + i);
                assertTrue(
                        capture.contains("PENDING") && capture.contains("as it cannot be asked (WATCH); overdue at 20"),
                        capture);
            }
            for (String order : List.of("restored-0", "restored_0")) {
                String story = run(near, "order", "show", order);
                assertTrue(story.contains("the state was restored, as it stood at 20"), story);
            }
            assertEquals(0, told(shop, "FAILED"));
            String once = run(near, "order", "show", "restored-1", "--json");
            assertTrue(near.stop(GENEROUS));
            near.start();
            assertEquals(
                    mentions(once),
                    mentions(run(near, "order", "show", "restored-1", "--json")),
                    "each start tells it once");
            assertEquals(1, mentions(once));
            String sealed = run(near, "audit", "verify");
            assertTrue(sealed.contains("all is as it was written."), sealed);
            takenOnce(far, "capture");
            takenOnce(far, "payout");
        }
    }

    @Test
    void says_which_keys_its_backup_does_not_hold() throws Exception {
        Path kept = folder.resolve("kept");
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("here")).start()) {
            run(gateway, "backup", "--to", kept.toString());
            gateway.kill();
            delete(kept.resolve("keys"));
            delete(gateway.data());

            String restored = run(gateway, "restore", "--from", kept.toString());

            assertTrue(restored.contains("MISSING, as the backup does not hold them: "), restored);
            assertTrue(restored.contains(gateway.data().resolve("keys").toString()), restored);
            assertTrue(restored.contains("before 'quittance serve'"), restored);
            assertTrue(restored.contains("'quittance key list' says which other private keys"), restored);
        }
    }

    /** Each state that a kill may leave: before the first table, before the first row, and with all rows but the keys. */
    @Test
    void can_be_called_again_wherever_it_was_cut_off_and_nothing_starts_before() throws Exception {
        Path kept = folder.resolve("kept");
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("here")).start()) {
            run(gateway, "backup", "--to", kept.toString());
            gateway.kill();
            delete(gateway.data());
            Files.createDirectories(gateway.data());
            Files.writeString(gateway.data().resolve("unfinished"), "");

            for (String command : List.of("serve", "app list")) {
                Ran early = gateway.run(command.split(" "));
                assertEquals(1, early.exit(), early.out() + early.err());
                assertTrue(early.err().contains("cut off; call it again") || command.equals("app list"), early.err());
            }
            assertFalse(Files.exists(gateway.data().resolve("keys")), "no other keys were made");
            Path keys = gateway.data().resolve("keys");
            Files.createDirectories(keys);
            Files.copy(kept.resolve("keys/body-key"), keys.resolve("body-key"));

            assertTrue(run(gateway, "restore", "--from", kept.toString()).contains("The keys are there."));

            assertFalse(Files.exists(gateway.data().resolve("unfinished")));
            gateway.start();
        }
    }

    @Test
    void is_moved_by_the_user_that_the_environment_names() throws Exception {
        DatabaseSettings target = TestDatabases.mariaDb();
        String[] named = target.url().split("[?&](user|password)=");
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("here")).start();
                TestMerchant shop = new TestMerchant("shop-moved", "SHOP0000000025")) {
            shop.register(gateway, folder);
            assertTrue(gateway.stop(Duration.ofSeconds(40)));
            gateway.with("QUITTANCE_DB_USER", named[1]).with("QUITTANCE_DB_PASSWORD", named[2]);

            assertTrue(run(gateway, "move", "--to", named[0]).startsWith("Moved "));

            gateway.with("QUITTANCE_DB_URL", named[0]).start();
            assertTrue(run(gateway, "app", "list").contains("shop-moved"));
        }
    }

    @Test
    void says_what_it_refuses_and_leaves_the_folder_as_it_was() throws Exception {
        Path kept = folder.resolve("kept");
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("here")).start()) {
            run(gateway, "backup", "--to", kept.toString());
            gateway.kill();
            delete(gateway.data().resolve("keys"));
            delete(gateway.data().resolve("demo"));

            Ran full = gateway.run("restore", "--from", kept.toString());

            assertEquals(1, full.exit());
            assertTrue(full.err().contains("is not empty"), full.err());
            assertFalse(Files.exists(gateway.data().resolve("unfinished")));
            assertFalse(Files.exists(gateway.data().resolve("keys")));
        }
    }

    private static long mentions(String story) {
        return story.split("the state was restored", -1).length - 1;
    }

    private static long told(TestMerchant shop, String result) {
        return shop.notices().stream()
                .filter(notice -> notice.acknowledged() && notice.result().equals(result))
                .count();
    }

    /** Each request that reached it is told of in its journal, and how often it came again. */
    private static void takenOnce(GatewayProcess far, String kind) throws Exception {
        JsonNode orders = json(far, "order", "list", kind, "--json").at("/orders");
        assertEquals(EACH, orders.size(), kind);
        for (JsonNode order : orders) {
            JsonNode story = json(far, "order", "show", order.at("/number").asText(), "--json");
            JsonNode first = story.at("/journal/0");
            assertEquals("REQUESTED", first.at("/kind").asText());
            assertTrue(first.at("/repeats").isNull(), story.toPrettyString());
        }
    }

    private static JsonNode json(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(run(gateway, line).getBytes(StandardCharsets.UTF_8));
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        return ran.out();
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
