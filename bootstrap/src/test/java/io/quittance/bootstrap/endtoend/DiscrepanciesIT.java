package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Discrepancies, by the commands")
class DiscrepanciesIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> are_seen_closed_and_adopted_with_a_service_and_without_one() {
        return Databases.each(folder, this::play);
    }

    private void play(String name, GatewayProcess gateway) throws Exception {
        String app = "shop-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        try (gateway;
                TestMerchant shop = new TestMerchant(app, "SHOP0000000033")) {
            gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms").start();
            shop.register(gateway, folder);
            PrivateKey upstream = Rsa.readPrivate(gateway.data().resolve("demo/simulator-private-key.pem"));
            assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-1", "42.50").code());
            Await.until("it is told", GENEROUS, () -> told(shop, "R-1") == 1);

            post(gateway, app, news(app, shop.merchantNo, "R-1", "FAILED"), upstream);
            post(gateway, app, news(app, shop.merchantNo, "R-2", "SUCCESS"), upstream);
            JsonNode listed = json(gateway, "discrepancy", "list", "--app-id", app, "--oldest-first", "--json");
            assertEquals(2, listed.at("/discrepancies").size(), listed.toString());
            String contradicting = listed.at("/discrepancies/0/number").asText();
            String unknown = listed.at("/discrepancies/1/number").asText();

            Await.until("it is counted", GENEROUS, () -> counted(gateway));
            closes(gateway, shop, contradicting);
            adopts(gateway, shop, unknown);

            assertTrue(gateway.stop(GENEROUS));
            tellsWithoutService(gateway, app, contradicting);
        }
    }

    /** Another run may have left some. */
    private static boolean counted(GatewayProcess gateway) {
        try {
            return new String(Http.get(gateway.management("/metrics")).body(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("quittance_discrepancies_open "))
                    .anyMatch(line -> Double.parseDouble(line.split(" ")[1]) >= 2);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of contradicting ends the first stands, whatever a person wants. */
    private static void closes(GatewayProcess gateway, TestMerchant shop, String number) throws Exception {
        String shown = run(gateway, "discrepancy", "show", number);
        for (String part : List.of("already succeeded", "captureResultNotifyUrl", "FAILED", "requestId R-1", "close")) {
            assertTrue(shown.contains(part), part + " in\n" + shown);
        }
        assertTrue(shown.contains("not possible: already succeeded"), shown);
        String story = run(gateway, "order", "show", "R-1");
        assertTrue(story.contains("discrepancy " + number + ": already succeeded"), story);
        refused(gateway, "already succeeded", "discrepancy", "adopt", number, "--reason", "they say so");

        String closed =
                run(gateway, "discrepancy", "close", number, "--reason", "their mistake, case 4711", "--by", "Ada");
        String again = run(gateway, "discrepancy", "close", number, "--reason", "mine", "--by", "Bob");

        refused(gateway, "was closed without adopting it", "discrepancy", "adopt", number, "--reason", "no");
        assertTrue(closed.startsWith("Closed."), closed);
        assertTrue(again.startsWith("Nothing changed: it was closed") && again.contains("by Ada"), again);
        assertEquals(1, told(shop, "R-1"));
    }

    /** The simulator leaves that amount pending. */
    private static void adopts(GatewayProcess gateway, TestMerchant shop, String number) throws Exception {
        refused(gateway, "leaves out what makes one", "discrepancy", "adopt", number, "--reason", "they say so");
        assertEquals("APPLY_SUCCESS", shop.capture(gateway, "R-2", "120").code());

        String adopted =
                run(gateway, "discrepancy", "adopt", number, "--reason", "in the portal it is so", "--by", "Ada");
        Await.until("its merchant is told", GENEROUS, () -> told(shop, "R-2") == 1);
        JsonNode again = json(gateway, "discrepancy", "adopt", number, "--reason", "once more", "--json");

        refused(gateway, "was adopted", "discrepancy", "close", number, "--reason", "no");
        assertTrue(adopted.startsWith("Adopted: capture"), adopted);
        assertEquals(false, again.at("/changed").asBoolean(true), again.toString());
        assertEquals("Ada", again.at("/discrepancy/endedBy").asText());
        String story = run(gateway, "order", "show", "R-2");
        assertTrue(story.contains("adopted what discrepancy " + number) && story.contains("by Ada"), story);
        assertEquals(1, told(shop, "R-2"));
    }

    private static void tellsWithoutService(GatewayProcess gateway, String app, String closed) throws Exception {
        JsonNode ended = json(
                gateway,
                "discrepancy",
                "list",
                "--ended",
                "--order",
                "R-1",
                "--kind",
                "capture",
                "--older-than",
                "0s",
                "--app-id",
                app,
                "--json");
        assertEquals(1, ended.at("/discrepancies").size(), ended.toString());
        assertEquals(closed, ended.at("/discrepancies/0/number").asText());
        assertEquals("CLOSED", ended.at("/discrepancies/0/state").asText());
        String whole =
                run(gateway, "discrepancy", "show", closed, "--unmasked", "--reason", "the bank asks", "--by", "Bob");
        assertTrue(whole.contains("by Bob: the bank asks") && whole.contains("case 4711"), whole);
        refused(gateway, "There is no discrepancy 999999", "discrepancy", "show", "999999");
    }

    static byte[] news(String app, String merchantNo, String request, String status) {
        return """
            {"code":"APPLY_SUCCESS","msg":"Success.","keyVersion":"1","appId":"%s","merchantNo":"%s",\
            "notifyTime":"2026-07-23T00:00:01 +0000","notifyType":"CAPTURE",\
            "data":{"requestId":"%s","status":"%s"}}\
            """.formatted(app, merchantNo, request, status).getBytes(UTF_8);
    }

    static void post(GatewayProcess gateway, String app, byte[] news, PrivateKey key) throws IOException {
        HttpResponse<byte[]> answer =
                Http.post(gateway.at("/captureResultNotifyUrl/" + app), news, Rsa.sign(key, news));
        assertEquals(TestMerchant.ACKNOWLEDGEMENT, new String(answer.body(), UTF_8));
    }

    private static long told(TestMerchant shop, String request) {
        return shop.notices().stream()
                .filter(notice -> notice.requestId().equals(request))
                .count();
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err());
        return ran.out();
    }

    private static JsonNode json(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(run(gateway, line).getBytes(UTF_8));
    }

    private static void refused(GatewayProcess gateway, String sentence, String... line)
            throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(1, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
    }
}
