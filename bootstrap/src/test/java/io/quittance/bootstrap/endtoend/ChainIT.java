package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two Quittances in a chain: the second is the first one's PayerMax")
class ChainIT {
    @TempDir
    private Path folder;

    @Test
    void pass_a_capture_through_both_and_its_result_back_through_both() throws IOException, InterruptedException {
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.near(folder, far);
                TestMerchant shop = new TestMerchant("shop-chain", "SHOP0000000002")) {
            FarAccount.open(far, near, shop, folder);

            Answer good = shop.capture(near, "chain-1", "42.50");
            Answer bad = shop.capture(near, "chain-2", "110");
            Await.until(
                    () -> "both results; near printed:\n" + near.printed() + "\nfar printed:\n" + far.printed(),
                    Duration.ofSeconds(30),
                    () -> shop.notices().size() >= 2);

            assertResult(near, shop, good, "chain-1", "SUCCESS", "42.50");
            assertResult(near, shop, bad, "chain-2", "FAILED", "110.00");

            shop.payout(near, "chain_3", "12.30", "BOUNCEBACK");
            shop.ask(near, "cancel", "{\"requestId\":\"chain-4\",\"outTradeNo\":\"O-chain-4\"}");
            Answer link = shop.link(near, "chain-5");
            Http.submit(URI.create(link.json().at("/data/linkUrl").asText()), "attempt=1&method=CARD&outcome=SUCCESS");
            Await.until(
                    () -> "a payout that comes back, a cancel and a paid link; told: " + told(shop)
                            + "; near printed:\n" + near.printed() + "\nfar printed:\n" + far.printed(),
                    Duration.ofSeconds(30),
                    () -> told(shop)
                            .containsAll(List.of(
                                    "chain_3 SUCCESS", "chain_3 BOUNCEBACK", "chain-4 SUCCESS", "chain-5 SUCCESS")));
        }
    }

    private static List<String> told(TestMerchant shop) {
        return shop.notices().stream()
                .map(notice -> notice.about() + " " + notice.result())
                .toList();
    }

    private static void assertResult(
            GatewayProcess near, TestMerchant shop, Answer answer, String requestId, String state, String amount)
            throws IOException {
        List<Notice> notices = shop.notices().stream()
                .filter(notice -> notice.requestId().equals(requestId))
                .toList();
        assertEquals(1, notices.size(), requestId);
        Notice notice = notices.getFirst();
        assertTrue(Rsa.verify(near.gatewayKey(), notice.body(), notice.sign()));
        assertEquals("shop-chain", notice.json().path("appId").asText());
        assertEquals(state, notice.json().at("/data/status").asText());
        assertEquals(amount, notice.json().at("/data/amount").asText());
        assertEquals(answer.captureNo(), notice.json().at("/data/captureNo").asText(), "outwards always our number");
        assertNotEquals("", answer.captureNo());
    }
}
