package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A capture, from the signed request to the acknowledged notification")
class CaptureStoryIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static GatewayProcess gateway;
    private static TestMerchant shop;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        gateway = new GatewayProcess(folder.resolve("gateway"))
                .with("QUITTANCE_SIMULATOR_DELAY", "50ms")
                .start();
        shop = new TestMerchant("shop-1", "SHOP0000000001");
        shop.register(gateway, folder);
    }

    @AfterAll
    static void stop() {
        shop.close();
        gateway.close();
    }

    @Test
    void is_accepted_settled_and_told_with_signatures_that_other_code_verifies() throws IOException {
        Answer answer = shop.capture(gateway, "story-1", "100");

        assertEquals("APPLY_SUCCESS", answer.code());
        assertEquals("PENDING", answer.state());
        assertTrue(Rsa.verify(gateway.gatewayKey(), answer.body(), answer.sign()), "the answer's signature");

        Notice notice = noticeOf("story-1");
        assertTrue(Rsa.verify(gateway.gatewayKey(), notice.body(), notice.sign()), "the notification's signature");
        JsonNode told = notice.json();
        assertAll(
                () -> assertEquals("APPLY_SUCCESS", told.path("code").asText()),
                () -> assertEquals("Success.", told.path("msg").asText()),
                () -> assertEquals("1", told.path("keyVersion").asText()),
                () -> assertEquals("shop-1", told.path("appId").asText()),
                () -> assertEquals("SHOP0000000001", told.path("merchantNo").asText()),
                () -> assertEquals("CAPTURE", told.path("notifyType").asText()),
                () -> assertEquals(
                        answer.captureNo(), told.at("/data/captureNo").asText()),
                () -> assertEquals("O-story-1", told.at("/data/outTradeNo").asText()),
                () -> assertEquals("100.00", told.at("/data/amount").asText()),
                () -> assertEquals("USD", told.at("/data/currency").asText()),
                () -> assertEquals("SUCCESS", told.at("/data/status").asText()),
                () -> assertEquals("true", told.at("/data/isFinal").asText()),
                () -> assertTrue(told.at("/data/errorCode").isNull()));
        assertEquals(
                List.of(
                        "captureNo",
                        "requestId",
                        "outTradeNo",
                        "amount",
                        "currency",
                        "status",
                        "isFinal",
                        "createdTime",
                        "succeededTime",
                        "failedTime",
                        "errorCode",
                        "errorMsg"),
                fields(told.path("data")));

        Answer again = shop.capture(gateway, "story-1", "100.00");
        assertEquals("SUCCESS", again.state());
        assertEquals(answer.captureNo(), again.captureNo());
    }

    @Test
    void that_fails_is_told_with_its_reason() throws IOException {
        shop.capture(gateway, "story-2", "110");

        JsonNode told = noticeOf("story-2").json();

        assertEquals("FAILED", told.at("/data/status").asText());
        assertFalse(told.at("/data/errorCode").asText().isEmpty());
        assertEquals(told.at("/data/errorCode").asText(), told.path("code").asText());
        assertTrue(told.at("/data/succeededTime").isNull());
    }

    @Test
    void is_told_again_to_the_letter_until_it_is_acknowledged() throws IOException {
        shop.answerBy(notice ->
                notice.requestId().equals("story-3") && noticesOf("story-3").isEmpty()
                        ? new Reply(200, "{\"code\":\"FAIL\"}")
                        : new Reply(200, TestMerchant.ACKNOWLEDGEMENT));
        shop.capture(gateway, "story-3", "7.50");

        Await.until(
                "two deliveries, the second after 30 s",
                Duration.ofSeconds(60),
                () -> noticesOf("story-3").size() == 2);

        List<Notice> notices = noticesOf("story-3");
        assertEquals(encoded(notices.get(0)), encoded(notices.get(1)));
        assertEquals(notices.get(0).sign(), notices.get(1).sign());
    }

    @Test
    void leaves_no_key_and_no_signature_in_the_log() throws IOException {
        Answer answer = shop.capture(gateway, "story-4", "12.34");
        Notice notice = noticeOf("story-4");

        String printed = gateway.printed();

        assertFalse(printed.contains(answer.sign()));
        assertFalse(printed.contains(notice.sign()));
        assertFalse(printed.contains("PRIVATE KEY"));
        assertFalse(printed.contains("MII"), "base64 of a key");
    }

    private static String encoded(Notice notice) {
        return Base64.getEncoder().encodeToString(notice.body());
    }

    private static List<String> fields(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static Notice noticeOf(String requestId) {
        Await.until(
                "the notification of " + requestId,
                SOON,
                () -> !noticesOf(requestId).isEmpty());
        return noticesOf(requestId).getFirst();
    }

    private static List<Notice> noticesOf(String requestId) {
        return shop.notices().stream()
                .filter(notice -> notice.requestId().equals(requestId))
                .toList();
    }
}
