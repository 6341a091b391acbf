package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("News of captures that upstream sends unasked")
class NewsFromElsewhereIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> makes_what_is_unknown_keeps_what_stands_and_is_always_acknowledged() {
        return Databases.each(folder, NewsFromElsewhereIT::run);
    }

    private static void run(String database, GatewayProcess process) throws Exception {
        try (GatewayProcess gateway =
                        process.with("QUITTANCE_SIMULATOR_DELAY", "50ms").start();
                TestMerchant shop = new TestMerchant("shop-news", "SHOP0000000006")) {
            shop.register(gateway, gateway.data());
            PrivateKey upstream = Rsa.readPrivate(gateway.data().resolve("demo/simulator-private-key.pem"));

            makesAnUnknownCapture(gateway, shop, upstream);
            cannotMoveWhatHasEnded(gateway, shop, upstream);
            isNotBelievedFromOthers(gateway, shop);
        }
    }

    private static void makesAnUnknownCapture(GatewayProcess gateway, TestMerchant shop, PrivateKey upstream)
            throws IOException {
        byte[] news = news("portal-1", "PM-77", "\"amount\":\"12.5\",\"currency\":\"USD\",", "SUCCESS");

        for (int i = 0; i < 3; i++) {
            assertEquals(TestMerchant.ACKNOWLEDGEMENT, body(post(gateway, news, upstream)));
        }

        Await.until("the news of it", SOON, () -> !noticesOf(shop, "portal-1").isEmpty());
        Notice told = noticesOf(shop, "portal-1").getFirst();
        String ours = told.json().at("/data/captureNo").asText();
        assertTrue(ours.matches("[0-9]{14}CA[0-9]{19}"), "a number of ours, not upstream's: " + ours);
        assertEquals("12.50", told.json().at("/data/amount").asText());
        assertEquals("SUCCESS", told.json().at("/data/status").asText());
    }

    private static void cannotMoveWhatHasEnded(GatewayProcess gateway, TestMerchant shop, PrivateKey upstream)
            throws IOException {
        byte[] reversed = news("portal-1", "PM-77", "\"amount\":\"12.5\",\"currency\":\"USD\",", "FAILED");
        byte[] halfKnown = news("portal-2", "PM-78", "", "SUCCESS");

        assertEquals(TestMerchant.ACKNOWLEDGEMENT, body(post(gateway, reversed, upstream)));
        assertEquals(TestMerchant.ACKNOWLEDGEMENT, body(post(gateway, halfKnown, upstream)));

        // A later result that does come shows that nothing else was on its way.
        Answer later = shop.capture(gateway, "later", "3");
        assertEquals("APPLY_SUCCESS", later.code());
        Await.until("the later result", SOON, () -> !noticesOf(shop, "later").isEmpty());
        assertEquals(1, noticesOf(shop, "portal-1").size());
        assertEquals(List.of(), noticesOf(shop, "portal-2"));
    }

    private static void isNotBelievedFromOthers(GatewayProcess gateway, TestMerchant shop) throws IOException {
        byte[] news = news("portal-3", "PM-79", "\"amount\":\"1\",\"currency\":\"USD\",", "SUCCESS");

        HttpResponse<byte[]> answer = post(gateway, news, shop.keys.getPrivate());

        assertEquals(401, answer.statusCode());
    }

    private static byte[] news(String request, String number, String amount, String status) {
        return """
            {"code":"APPLY_SUCCESS","msg":"Success.","keyVersion":"1","appId":"shop-news",\
            "merchantNo":"SHOP0000000006","notifyTime":"2026-07-23T00:00:01 +0000","notifyType":"CAPTURE",\
            "data":{"captureNo":"%s","requestId":"%s","outTradeNo":"O-9",%s"status":"%s","isFinal":true,\
            "createdTime":"2026-07-22T23:50:59 +0000","succeededTime":null,"failedTime":null}}\
            """.formatted(number, request, amount, status).getBytes(UTF_8);
    }

    private static HttpResponse<byte[]> post(GatewayProcess gateway, byte[] news, PrivateKey key) throws IOException {
        return Http.post(gateway.at("/captureResultNotifyUrl/shop-news"), news, Rsa.sign(key, news));
    }

    private static String body(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static List<Notice> noticesOf(TestMerchant shop, String request) {
        return shop.notices().stream()
                .filter(notice -> notice.requestId().equals(request))
                .toList();
    }
}
