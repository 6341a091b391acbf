package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What an app is owed, by the commands")
class DeliveriesIT {
    private static final Duration GENEROUS = Duration.ofSeconds(40);
    private static final String PAYEE = "Grace Hopper";
    private static final Reply WELL = new Reply(200, TestMerchant.ACKNOWLEDGEMENT);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> is_seen_tested_released_and_sent_again() {
        return Databases.each(folder, this::play);
    }

    private void play(String name, GatewayProcess gateway) throws Exception {
        try (gateway;
                TestMerchant shop = new TestMerchant(
                        "owed-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), "SHOP0000000031")) {
            shop.answerBy(_ -> new Reply(500, "{\"code\":\"BUSY\",\"owner\":\"" + PAYEE + "\"}"));
            gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms").start();
            shop.register(gateway, folder);
            shop.capture(gateway, "R-1", "42.50");
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, "P_1", "12.30", "SUCCESS").code());
            Await.until("both were tried", GENEROUS, () -> tried(shop, "R-1") && tried(shop, "P_1"));

            isSeen(gateway);
            isTested(gateway, shop);
            isReleased(gateway, shop);
            isSentAgain(gateway, shop);

            assertTrue(gateway.stop(GENEROUS));
            assertEquals("", run(gateway, "delivery", "list"));
        }
    }

    private static boolean tried(TestMerchant shop, String about) {
        return shop.notices().stream().anyMatch(notice -> notice.about().equals(about));
    }

    private static Ran ran(int exit, GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(exit, ran.exit(), ran.out() + ran.err());
        return ran;
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return ran(0, gateway, line).out();
    }

    private static JsonNode json(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(run(gateway, line).getBytes(StandardCharsets.UTF_8));
    }

    private static void isSeen(GatewayProcess gateway) throws Exception {
        JsonNode first = json(gateway, "delivery", "list", "--state", "retrying", "--limit", "1", "--json");
        assertEquals(1, first.at("/deliveries").size());
        JsonNode second = json(
                gateway, "delivery", "list", "--behind", first.at("/behind").asText(), "--json");
        assertEquals(1, second.at("/deliveries").size());
        assertTrue(second.at("/behind").isNull());

        String id = json(gateway, "delivery", "list", "--order", "P_1", "--json")
                .at("/deliveries/0/id")
                .asText();
        String shown = run(gateway, "delivery", "show", id);
        for (String part : List.of("outTradeNo P_1", "not acknowledged", "HTTP 500", "\"***\"")) {
            assertTrue(shown.contains(part), part + " in\n" + shown);
        }
        assertFalse(shown.contains(PAYEE), shown);
        String whole = run(gateway, "delivery", "show", id, "--unmasked", "--reason", "case 4711", "--by", "Ada");
        assertTrue(whole.contains(PAYEE), whole);
        ran(2, gateway, "delivery", "show", id, "--unmasked");
        assertTrue(ran(2, gateway, "delivery", "list", "--state", "lost").err().contains("'lost' (expected: one of "));
    }

    private static void isTested(GatewayProcess gateway, TestMerchant shop) throws Exception {
        run(gateway, "endpoint", "hold", shop.appId, "--reason", "they mend it", "--by", "Ada");
        String refused =
                ran(1, gateway, "endpoint", "test", shop.appId, "--by", "Ada").out();
        assertTrue(refused.contains("Not acknowledged: HTTP 500") && refused.contains("500"), refused);

        shop.answerBy(_ -> WELL);
        assertTrue(run(gateway, "endpoint", "test", shop.appId).startsWith("Acknowledged."));

        Notice test = shop.notices().getLast();
        assertEquals("ENDPOINT_TEST", test.json().at("/notifyType").asText());
        assertTrue(Rsa.verify(gateway.gatewayKey(), test.body(), test.sign()));
        assertTrue(gateway.printed().contains("was tested by Ada: HTTP 500"), gateway.printed());
    }

    private static void isReleased(GatewayProcess gateway, TestMerchant shop) throws Exception {
        String counted = run(gateway, "delivery", "resend", "--app-id", shop.appId, "--state", "held", "--dry-run");
        assertTrue(counted.startsWith("Messages: 2."), counted);
        String one = run(gateway, "delivery", "resend", "--order", "R-1", "--reason", "they lost it");
        assertTrue(one.contains("Not sent yet: the endpoint registered is held."), one);
        String many = run(gateway, "delivery", "resend", "--app-id", shop.appId, "--reason", "they lost it");
        assertTrue(many.contains("Not sent yet: 2 messages to endpoints that are held."), many);
        ran(2, gateway, "endpoint", "release", shop.appId, "--reason", "they are back", "--rate", "0");
        ran(2, gateway, "endpoint", "release", shop.appId);

        String released = run(
                gateway, "endpoint", "release", shop.appId, "--reason", "they are back", "--rate", "50", "--by", "Ada");

        assertTrue(released.startsWith("Released, at 50 messages a second."), released);
        assertTrue(released.contains("slowed"), released);
        assertTrue(released.contains("by Ada: deliveries from held to 50 a second"), released);
        assertTrue(run(gateway, "app", "show", shop.appId).contains("(they are back)"));
        Await.until("both are told", GENEROUS, () -> acknowledged(shop, "R-1") == 1 && acknowledged(shop, "P_1") == 1);
    }

    private static long acknowledged(TestMerchant shop, String about) {
        return shop.notices().stream()
                .filter(notice -> notice.acknowledged() && notice.about().equals(about))
                .count();
    }

    private static void isSentAgain(GatewayProcess gateway, TestMerchant shop) throws Exception {
        Await.until("nothing is owed", GENEROUS, () -> {
            try {
                return json(gateway, "delivery", "list", "--json")
                        .at("/deliveries")
                        .isEmpty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        ran(2, gateway, "delivery", "resend", "--order", "R-1");
        String counted = run(gateway, "delivery", "resend", "--order", "R-1", "--dry-run");
        assertTrue(counted.contains("Its last news would be told once more; messages: 1."), counted);

        String sent = run(gateway, "delivery", "resend", "--order", "R-1", "--reason", "they lost it", "--by", "Ada");

        assertTrue(sent.startsWith("Its last news is sent once more."), sent);
        Await.until("it is told again", GENEROUS, () -> acknowledged(shop, "R-1") == 2);
        List<Notice> told = shop.notices().stream()
                .filter(notice -> notice.acknowledged() && notice.about().equals("R-1"))
                .toList();
        assertArrayEquals(told.getFirst().body(), told.getLast().body());
        String story = run(gateway, "order", "show", "R-1");
        assertTrue(story.contains("is to be sent once more: they lost it") && story.contains("by Ada"), story);
        assertEquals(
                1,
                json(gateway, "delivery", "list", "--order", "R-1", "--state", "delivered", "--json")
                        .at("/delivered")
                        .size());
    }
}
