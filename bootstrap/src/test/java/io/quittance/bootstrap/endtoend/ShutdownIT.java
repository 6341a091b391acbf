package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A service that is told to stop while it works")
class ShutdownIT {
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void ends_in_time_and_finishes_the_rest_when_it_is_started_again() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("gateway"))
                        .with("QUITTANCE_SIMULATOR_DELAY", "300ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-stop", "SHOP0000000005")) {
            shop.register(gateway, folder);

            Map<String, Answer> accepted = new ConcurrentHashMap<>();
            boolean inTime;
            try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                AtomicInteger next = new AtomicInteger();
                for (int i = 0; i < 4; i++) {
                    senders.submit(() -> sendUntilNobodyAnswers(gateway, shop, next, accepted));
                }
                Await.until("thirty accepted captures", Duration.ofSeconds(60), () -> accepted.size() >= 30);
                inTime = gateway.stop(AT_MOST);
            }

            assertTrue(inTime, "it ended within " + AT_MOST + "; it printed:\n" + gateway.printed());
            assertThrows(IOException.class, () -> shop.capture(gateway, "after-the-end", "1"));
            gateway.start();
            Set<String> requests = accepted.keySet();
            Await.until(
                    "the results of all that was accepted",
                    Duration.ofSeconds(60),
                    () -> told(shop).containsAll(requests));
            assertEquals(requests, told(shop), "nothing that was not accepted is told");
        }
    }

    private static void sendUntilNobodyAnswers(
            GatewayProcess gateway, TestMerchant shop, AtomicInteger next, Map<String, Answer> accepted) {
        try {
            while (true) {
                String request = "stop-" + next.getAndIncrement();
                Answer answer = shop.capture(gateway, request, "5");
                if (answer.code().equals("APPLY_SUCCESS")) {
                    accepted.put(request, answer);
                }
            }
        } catch (IOException _) {
            // It takes no more calls: that is what this waits for.
        }
    }

    private static Set<String> told(TestMerchant shop) {
        return shop.notices().stream().map(TestMerchant.Notice::requestId).collect(Collectors.toSet());
    }
}
