package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A merchant whose endpoint hangs")
class DeadEndpointIT {
    /** More than are delivered to one merchant at the same time. */
    private static final int OWED = 20;

    /** An exchange with a silent endpoint ends after ten seconds; who has to wait for one comes later than this. */
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void holds_up_neither_another_one_on_the_same_host_nor_the_end() throws IOException, InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (GatewayProcess gateway = new GatewayProcess(folder)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant silent = new TestMerchant("silent", "SHOP0000000006");
                TestMerchant lively = new TestMerchant("lively", "SHOP0000000007")) {
            try {
                CountDownLatch hung = new CountDownLatch(8);
                silent.answerBy(notice -> {
                    if (notice.requestId().startsWith("hangs-")) {
                        hung.countDown();
                        awaitQuietly(end);
                    }
                    return new TestMerchant.Reply(200, TestMerchant.ACKNOWLEDGEMENT);
                });
                silent.register(gateway, folder);
                lively.register(gateway, folder);
                setNotifyUrl(gateway, lively, silent.notifyUrl());
                for (int i = 0; i < OWED; i++) {
                    assertEquals(
                            "APPLY_SUCCESS",
                            silent.capture(gateway, "hangs-" + i, "5").code());
                }
                assertTrue(hung.await(20, TimeUnit.SECONDS), "eight hang");

                lively.capture(gateway, "lives", "5");

                Await.until(
                        "the news of the lively one",
                        AT_ONCE,
                        () -> silent.notices().stream()
                                .anyMatch(notice -> notice.requestId().equals("lives")));

                // Half a request keeps its connection busy, and eight exchanges never end.
                try (Socket half = new Socket("127.0.0.1", gateway.port())) {
                    half.getOutputStream()
                            .write("POST /aggregate-pay/api/gateway/capture HTTP/1.1\r\n".getBytes(US_ASCII));
                    assertTrue(gateway.stop(Duration.ofSeconds(10)), "it stops within ten seconds");
                }
                assertFalse(gateway.printed().contains("is tried again"), gateway.printed());
            } finally {
                end.countDown();
            }
        }
    }

    private static void setNotifyUrl(GatewayProcess gateway, TestMerchant merchant, String url)
            throws IOException, InterruptedException {
        GatewayProcess.Ran ran = gateway.run("app", "set-notify-url", "--app-id", merchant.appId, "--notify-url", url);
        assertEquals(0, ran.exit(), ran.err());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
