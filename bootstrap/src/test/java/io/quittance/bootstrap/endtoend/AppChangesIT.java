package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, as an operator does. */
@DisplayName("What is registered of an app")
class AppChangesIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final String LEGACY_ACKNOWLEDGEMENT = "{\"bizCode\":\"0000\",\"message\":\"success\"}";

    @TempDir
    private Path folder;

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err());
        return ran.out();
    }

    private static String refused(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(1, ran.exit(), ran.out());
        return ran.err();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Await.until(what, GENEROUS, () -> {
            try {
                return condition.call();
            } catch (IOException e) {
                return false;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static boolean told(TestMerchant merchant, String about) {
        return merchant.notices().stream()
                .anyMatch(notice -> notice.acknowledged() && notice.about().equals(about));
    }

    @Test
    void counts_on_every_instance_once_it_is_changed_at_one() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (GatewayProcess one = GatewayProcess.among(folder, "one", database)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                GatewayProcess other = GatewayProcess.among(folder, "other", database)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-change", "SHOP0000000061");
                TestMerchant then = new TestMerchant("shop-change", "SHOP0000000062", shop.keys)) {
            shop.register(one, folder.resolve("data"));
            assertEquals("APPLY_SUCCESS", shop.capture(other, "before", "5").code());
            then.answerBy(_ -> new Reply(200, LEGACY_ACKNOWLEDGEMENT));
            String[] line = {
                "app",
                "set",
                "--app-id",
                shop.appId,
                "--merchant-no",
                then.merchantNo,
                "--payout-dialect",
                "legacy",
                "--notify-url",
                then.notifyUrl(),
                "--reason",
                "they are another company now",
                "--by",
                "Ada"
            };

            String changed = run(one, line);

            assertTrue(changed.startsWith("Changed."), changed);
            await(
                    "the other instance to know",
                    () -> then.payout(other, "after", "12.30", "SUCCESS").code().equals("APPLY_SUCCESS"));
            assertEquals("MERCHANT_INVALID", shop.capture(other, "late", "5").code());
            await(
                    "the payout to be told in the older form at the new address",
                    () -> then.notices().stream()
                            .anyMatch(notice -> notice.json().has("tradeNo")));
            String again = run(other, line);
            assertTrue(again.startsWith("Nothing changed: it is so already."), again);
            String shown = run(other, "app", "show", shop.appId);
            assertTrue(
                    shown.contains(" by Ada: merchant-no from SHOP0000000061 to SHOP0000000062"
                            + " (they are another company now)"),
                    shown);
            assertTrue(shown.contains(" by Ada: payout-dialect from v2 to legacy"), shown);
            assertTrue(shown.contains(" by Ada: notify-url from " + shop.notifyUrl()), shown);
            Ran wrong = other.run("app", "set", shop.appId, "--payout-dialect", "v3", "--reason", "why");
            assertEquals(2, wrong.exit(), wrong.out());
            assertTrue(wrong.err().contains("'v3' (expected: one of v2, legacy)"), wrong.err());
        }
    }

    @Test
    void leaves_what_is_owed_as_it_is() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-owed", "SHOP0000000063")) {
            shop.answerBy(_ -> new Reply(500, ""));
            shop.register(gateway, folder);
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, "owed", "12.30", "SUCCESS").code());
            await("it was tried", () -> !shop.notices().isEmpty());
            byte[] first = shop.notices().getFirst().body();

            run(gateway, "app", "set", shop.appId, "--payout-dialect", "legacy", "--reason", "they asked");
            shop.answerBy(_ -> new Reply(200, TestMerchant.ACKNOWLEDGEMENT));
            run(gateway, "delivery", "resend", "--order", "owed", "--reason", "it answers again");

            await("it is told", () -> told(shop, "owed"));
            assertArrayEquals(first, shop.notices().getLast().body());
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, "next", "12.30", "SUCCESS").code());
            await(
                    "the next is told in the older form",
                    () -> shop.notices().stream().map(Notice::json).anyMatch(json -> json.has("tradeNo")));
        }
    }

    @Test
    void is_removed_once_nothing_is_open_and_may_be_the_same_again() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-gone", "SHOP0000000064")) {
            shop.register(gateway, folder);
            String[] remove = {"app", "remove", "--app-id", shop.appId, "--reason", "it has closed", "--by", "Ada"};
            String pending = shop.capture(gateway, "pending", "120").captureNo();

            String busy = refused(gateway, remove);

            assertTrue(
                    busy.contains("Nothing changed, as the app shop-gone still has 1 capture that has not ended"),
                    busy);
            run(gateway, "order", "settle", pending, "--as", "success", "--reason", "they said so");
            await("it is told", () -> told(shop, "pending"));
            await("nothing is owed", () -> gateway.run(remove).exit() == 0);

            assertEquals(
                    "MERCHANT_APP_INVALID", shop.capture(gateway, "late", "5").code());
            assertFalse(run(gateway, "app", "list").contains(shop.appId));
            String gone = run(gateway, "app", "show", shop.appId);
            assertTrue(gone.contains("removed at ") && gone.contains("by Ada: registration from registered"), gone);
            assertTrue(run(gateway, remove).startsWith("Nothing changed: it is so already."));
            assertTrue(run(gateway, "order", "show", pending).contains(shop.appId));

            shop.register(gateway, folder);

            String second = shop.capture(gateway, "pending", "5").captureNo();
            assertNotEquals(pending, second);
            await(
                    "it is told again",
                    () -> shop.notices().stream()
                            .anyMatch(notice ->
                                    notice.acknowledged() && notice.number().equals(second)));
            String orders = run(gateway, "order", "list", "capture", "--app-id", shop.appId);
            assertTrue(orders.contains(pending) && orders.contains(second), orders);
        }
    }

    @Test
    void is_changed_where_no_service_runs() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder);
                TestMerchant shop = new TestMerchant("shop-still", "SHOP0000000065")) {
            gateway.start();
            assertTrue(gateway.stop(GENEROUS));
            shop.register(gateway, folder);

            String[] set = {"app", "set", shop.appId, "--merchant-no", "SHOP0000000066", "--reason", "a slip"};
            assertTrue(run(gateway, set).startsWith("Changed."));
            assertTrue(run(gateway, set).startsWith("Nothing changed: it is so already."));
            String[] account = {
                "account", "set", "--account", "2", "--setting", "merchant-no=UP66", "--reason", "a slip, too"
            };
            assertTrue(run(gateway, account).startsWith("Changed."));
            assertTrue(run(gateway, account).startsWith("Nothing changed: it is so already."));
            String shown = run(gateway, "app", "show", shop.appId);
            assertTrue(
                    shown.contains("account 2 merchant-no from SHOP0000000065 to UP66 (a slip, too)")
                            && shown.contains(": merchant-no from SHOP0000000065 to SHOP0000000066 (a slip)"),
                    shown);
            assertTrue(run(gateway, "app", "disable", shop.appId).startsWith("Disabled."));
            assertTrue(run(gateway, "app", "remove", shop.appId, "--reason", "closed")
                    .startsWith("Removed."));
            shop.register(gateway, folder);
            assertEquals(
                    List.of(),
                    run(gateway, "app", "show", shop.appId)
                            .lines()
                            .filter(line -> line.contains("changed"))
                            .toList());
        }
    }
}
