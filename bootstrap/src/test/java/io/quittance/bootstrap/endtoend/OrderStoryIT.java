package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The story of an order, by the commands")
class OrderStoryIT {
    private static final Duration GENEROUS = Duration.ofSeconds(40);
    private static final String PAYEE = "Grace Hopper";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> is_told_by_a_running_service_and_without_one() {
        return Databases.each(folder, this::play);
    }

    private void play(String name, GatewayProcess gateway) throws Exception {
        try (gateway;
                TestMerchant shop = new TestMerchant(
                        "shop-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), "SHOP0000000021")) {
            gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms").start();
            shop.register(gateway, folder);
            String captureNo = shop.capture(gateway, "R-1", "42.50").captureNo();
            shop.capture(gateway, "R-2", "110");
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, "P_1", "12.30", "SUCCESS").code());
            Await.until("all are told", GENEROUS, () -> shop.notices().size() >= 3);

            String told = tellsOfTheCapture(gateway, captureNo);
            // These are the same for each database, and a command is a process each time.
            if (name.equals("H2")) {
                masksThePayee(gateway);
                lists(gateway, shop);
                refuses(gateway);
            }
            endsByHand(gateway, shop);
            forgetsThePayee(gateway);
            assertTrue(run(gateway, "replay", "--since", "2020-01-01T00:00:00Z")
                    .endsWith("Nothing would be decided otherwise.\n"));

            assertTrue(gateway.stop(GENEROUS));
            assertEquals(told, run(gateway, "order", "show", "R-1"));
            endsByHandWithoutService(gateway, shop);
        }
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err());
        return ran.out();
    }

    private static JsonNode json(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(run(gateway, line).getBytes(StandardCharsets.UTF_8));
    }

    private static String tellsOfTheCapture(GatewayProcess gateway, String captureNo) throws Exception {
        Await.until(
                "nothing is left to tell",
                GENEROUS,
                () -> shown(gateway, captureNo).contains("Nothing: all is asked and told."));
        String told = run(gateway, "order", "show", "R-1");
        assertEquals(told, run(gateway, "order", "show", captureNo));
        for (String part :
                List.of("capture " + captureNo, "requestId R-1", "42.50 USD", "SUCCESS", "verified by key")) {
            assertTrue(told.contains(part), part + " in\n" + told);
        }
        List<String> kinds = new ArrayList<>();
        json(gateway, "order", "show", captureNo, "--json")
                .at("/journal")
                .forEach(row -> kinds.add(row.at("/kind").asText()));
        assertTrue(
                kinds.containsAll(List.of("REQUESTED", "ANSWERED", "RECEIVED", "MOVED", "OWED", "ATTEMPTED")),
                kinds.toString());
        String failed = run(gateway, "order", "show", "R-2");
        assertTrue(failed.contains("failed by"), failed);
        return told;
    }

    private static void masksThePayee(GatewayProcess gateway) throws Exception {
        String masked = run(gateway, "order", "show", "P_1");
        assertFalse(masked.contains(PAYEE) || masked.contains("123456789"), masked);
        assertTrue(masked.contains("\"fullName\": \"***\""), masked);

        String whole = run(
                gateway, "order", "show", "P_1", "--unmasked", "--reason", "the bank asks, case 4711", "--by", "Ada");

        assertTrue(whole.contains("\"fullName\": \"" + PAYEE + "\""), whole);
        String after = run(gateway, "order", "show", "P_1");
        assertTrue(after.contains("case 4711") && after.contains("by Ada"), after);
    }

    private static void forgetsThePayee(GatewayProcess gateway) throws Exception {
        String found = run(gateway, "person", "find", PAYEE.toUpperCase(Locale.ROOT));
        assertTrue(found.matches("(payout [A-Za-z0-9]+\n){2}"), found);
        refused(gateway, 1, "No order is called", "person", "forget", "P_1", "P_9", "--reason", "their request");

        String said = run(gateway, "person", "forget", "P_1", "--reason", "their request", "--by", "Ada");
        assertTrue(said.endsWith(": forgotten.\n"), said);

        String left = run(gateway, "order", "show", "P_1", "--unmasked", "--reason", "a look", "--by", "Ada");
        assertFalse(left.contains(PAYEE) || left.contains("fullName"), left);
        assertTrue(left.contains("12.30") && left.contains("forgot the persons") && left.contains("by Ada"), left);
        assertEquals(1, run(gateway, "person", "find", PAYEE).lines().count());
        assertTrue(run(gateway, "person", "forget", "P_1", "--reason", "again").endsWith("nothing to forget.\n"));
        run(gateway, "audit", "verify", "--order", "P_1");
    }

    private static void lists(GatewayProcess gateway, TestMerchant shop) throws Exception {
        List<String> listed = new ArrayList<>();
        JsonNode page = json(gateway, "order", "list", "capture", "--app-id", shop.appId, "--limit", "1", "--json");
        while (true) {
            page.at("/orders").forEach(order -> listed.add(order.at("/number").asText()));
            if (page.at("/behind").isNull()) {
                break;
            }
            String behind = page.at("/behind").asText();
            page = json(
                    gateway,
                    "order",
                    "list",
                    "capture",
                    "--app-id",
                    shop.appId,
                    "--limit",
                    "1",
                    "--behind",
                    behind,
                    "--json");
        }
        assertEquals(2, listed.size());
        assertEquals(listed.stream().sorted().toList().reversed(), listed);
        String failed = run(gateway, "order", "list", "capture", "--state", "failed");
        assertTrue(failed.contains("R-2") && !failed.contains("R-1"), failed);
        Ran none = gateway.run("order", "list", "capture", "--older-than", "24h");
        assertEquals("", none.out());
        assertTrue(none.err().endsWith("There is none.\n"), none.err());
        assertEquals("", run(gateway, "order", "list", "payout", "--overdue"));
        List<String> kinds = new ArrayList<>();
        json(gateway, "order", "list", "--app-id", shop.appId, "--json")
                .at("/orders")
                .forEach(order -> kinds.add(order.at("/kind").asText()));
        assertTrue(kinds.containsAll(List.of("capture", "payout")), kinds.toString());
    }

    /** These amounts stay pending at the simulator. */
    private static void endsByHand(GatewayProcess gateway, TestMerchant shop) throws Exception {
        assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-3", "120").code());
        assertEquals("APPLY_SUCCESS", shop.payout(gateway, "P_2", "100", "").code());
        Await.until(
                "upstream has it",
                GENEROUS,
                () -> shown(gateway, "R-3").contains("wait for upstream to tell how it ended"));
        refused(gateway, 1, "upstream has no question for it", "order", "ask", "R-3", "--reason", "is it paid?");
        Await.until("upstream is asked", GENEROUS, () -> shown(gateway, "P_2").contains("ask upstream, QUERY"));
        String asked = run(gateway, "order", "ask", "P_2", "--reason", "is it paid?", "--by", "Ada");
        assertTrue(asked.startsWith("Upstream is asked now."), asked);

        String settled =
                run(gateway, "order", "settle", "R-3", "--as", "success", "--reason", "it is paid", "--by", "Ada");

        assertTrue(settled.startsWith("Settled"), settled);
        Await.until("its merchant is told", GENEROUS, () -> told(shop, "R-3", "SUCCESS"));
        String again = run(gateway, "order", "settle", "R-3", "--as", "success", "--reason", "it is paid");
        assertTrue(again.startsWith("Nothing changed"), again);
        refused(gateway, 1, "already succeeded", "order", "settle", "R-3", "--as", "failed", "--reason", "no");
        refused(
                gateway,
                2,
                "'paid' (expected: one of success, failed)",
                "order",
                "settle",
                "R-3",
                "--as",
                "paid",
                "--reason",
                "no");
        String story = shown(gateway, "R-3");
        assertTrue(story.contains("ended by hand as SUCCESS: it is paid") && story.contains("by Ada"), story);
    }

    private static void endsByHandWithoutService(GatewayProcess gateway, TestMerchant shop) throws Exception {
        run(gateway, "order", "settle", "P_2", "--as", "failed", "--code", "INVALID_ACCOUNT", "--reason", "case 4711");

        gateway.start();

        Await.until("its merchant is told", GENEROUS, () -> told(shop, "P_2", "FAILED"));
    }

    private static String shown(GatewayProcess gateway, String id) {
        try {
            return run(gateway, "order", "show", id);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean told(TestMerchant shop, String about, String result) {
        return shop.notices().stream()
                .anyMatch(notice ->
                        notice.about().equals(about) && notice.result().equals(result));
    }

    private static void refuses(GatewayProcess gateway) throws Exception {
        refused(gateway, 1, "No order is called nobody", "order", "show", "nobody");
        refused(gateway, 2, "(KIND): 'refund' (expected: ", "order", "list", "refund");
        refused(gateway, 2, "one of PENDING, SUCCESS, FAILED", "order", "list", "capture", "--state", "NOPE");
        refused(gateway, 1, "to go on behind", "order", "list", "capture", "--behind", "nonsense");
        refused(gateway, 2, "'0' (expected: 1 to 500)", "order", "list", "capture", "--limit", "0");
        refused(gateway, 2, "'yesterday' (expected: as 90s", "order", "list", "capture", "--older-than", "yesterday");
        refused(gateway, 1, "No app nobody", "order", "list", "capture", "--app-id", "nobody");
        refused(gateway, 2, "needs a reason", "order", "show", "R-1", "--unmasked");
        refused(gateway, 2, "'--reason'", "order", "show", "R-1", "--unmasked", "--reason", " ");
    }

    private static void refused(GatewayProcess gateway, int exit, String sentence, String... line)
            throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(exit, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
    }
}
