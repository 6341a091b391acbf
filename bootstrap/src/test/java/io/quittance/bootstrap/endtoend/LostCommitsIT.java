package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PayerMax's protocol upstream, which must not be asked twice: whoever takes a lost answer for a cut call waits a day. */
@DisplayName("Commits whose answer is lost")
class LostCommitsIT {
    private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(120);

    /** What upstream could not tell us is told again after half a minute, and after five. */
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(7);

    @TempDir
    private Path folder;

    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    @Test
    void are_looked_up_so_that_every_capture_is_made_once_and_told() throws Exception {
        String direct = TestDatabases.mariaDb().url();
        int server = URI.create(direct.substring("jdbc:".length())).getPort();
        Forwarder line = new Forwarder(server);
        try (line;
                GatewayProcess far = new GatewayProcess(folder.resolve("far"))
                        .with("QUITTANCE_SIMULATOR_DELAY", "50ms")
                        .start();
                GatewayProcess near = new GatewayProcess(folder.resolve("near"))
                        .with("QUITTANCE_DB_URL", direct.replace(":" + server + "/", ":" + line.port() + "/"))
                        .with("QUITTANCE_UPSTREAM", "payermax")
                        .with(
                                "QUITTANCE_UPSTREAM_URL",
                                far.at("/aggregate-pay/api/gateway").toString())
                        .start();
                TestMerchant shop = new TestMerchant("shop-lost", "SHOP0000000008")) {
            FarAccount.open(far, near, shop, folder);
            List<String> requests =
                    IntStream.range(0, 30).mapToObj(n -> "lost-" + n).toList();

            line.loseCommits(true);
            try (ExecutorService senders = Executors.newFixedThreadPool(3)) {
                requests.forEach(request -> senders.submit(() -> sendUntilAccepted(near, shop, request)));
            }
            Await.until("commits that were lost", ACCEPTED_WITHIN, () -> line.lostCommits() > requests.size());
            line.loseCommits(false);

            assertEquals(Set.copyOf(requests), accepted.keySet());
            Await.until(
                    () -> "all results; missing are " + missing(shop, requests) + "; near printed:\n" + near.printed(),
                    TOLD_WITHIN,
                    () -> missing(shop, requests).isEmpty());
            for (Notice notice : shop.notices()) {
                assertEquals("SUCCESS", notice.result(), notice.about());
                assertEquals(accepted.get(notice.about()), notice.number(), notice.about());
            }
        }
    }

    private static Set<String> missing(TestMerchant shop, List<String> requests) {
        Set<String> missing = new HashSet<>(requests);
        missing.removeAll(shop.notices().stream().map(Notice::about).collect(Collectors.toSet()));
        return missing;
    }

    private void sendUntilAccepted(GatewayProcess near, TestMerchant shop, String request) {
        Await.until(() -> request + " is accepted; near printed:\n" + near.printed(), ACCEPTED_WITHIN, () -> {
            try {
                Answer answer = shop.capture(near, request, "5");
                if (answer.code().equals("APPLY_SUCCESS")) {
                    accepted.put(request, answer.captureNo());
                    return true;
                }
                assertEquals("SYSTEM_ERROR", answer.code(), request);
                return false;
            } catch (IOException e) {
                throw new IllegalStateException(request, e);
            }
        });
    }
}
