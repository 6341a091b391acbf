package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("64 requests at once with one request id")
class RacesIT {
    private static final int AT_ONCE = 64;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> make_one_capture() {
        return Databases.each(folder, RacesIT::race);
    }

    private static void race(String database, GatewayProcess process) throws Exception {
        try (GatewayProcess gateway =
                        process.with("QUITTANCE_SIMULATOR_DELAY", "50ms").start();
                TestMerchant shop = new TestMerchant("shop-race", "SHOP0000000004")) {
            shop.register(gateway, gateway.data());
            for (int round = 0; round < 3; round++) {
                equalContent(gateway, shop, "same-" + round);
                differingContent(gateway, shop, "other-" + round);
            }
            Await.until(
                    "all six results", Duration.ofSeconds(60), () -> told(shop).size() >= 6);
            assertEquals(6, shop.notices().size(), "each result is told once");
        }
    }

    private static void equalContent(GatewayProcess gateway, TestMerchant shop, String request) throws Exception {
        List<Answer> answers = atOnce(shop, gateway, request, _ -> "25");

        assertEquals(Set.of("APPLY_SUCCESS"), codes(answers));
        assertEquals(1, answers.stream().map(Answer::captureNo).distinct().count());
    }

    private static void differingContent(GatewayProcess gateway, TestMerchant shop, String request) throws Exception {
        List<Answer> answers = atOnce(shop, gateway, request, n -> Integer.toString(n + 1));

        List<Answer> accepted = answers.stream()
                .filter(answer -> answer.code().equals("APPLY_SUCCESS"))
                .toList();
        assertEquals(1, accepted.size());
        assertEquals(Set.of("APPLY_SUCCESS", "ORDER_REPEAT"), codes(answers));
    }

    private static List<Answer> atOnce(
            TestMerchant shop, GatewayProcess gateway, String request, IntFunction<String> amount) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sending = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                byte[] body = shop.captureBody(request, amount.apply(n));
                String sign = Rsa.sign(shop.keys.getPrivate(), body);
                sending.add(senders.submit(() -> {
                    gate.await();
                    return TestMerchant.insist(gateway, "capture", body, sign);
                }));
            }
            gate.countDown();
            for (Future<Answer> answer : sending) {
                answers.add(answer.get());
            }
        }
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200));
        return answers;
    }

    private static Set<String> codes(List<Answer> answers) {
        Set<String> codes = new HashSet<>();
        answers.forEach(answer -> codes.add(answer.code()));
        return codes;
    }

    private static Set<String> told(TestMerchant shop) {
        Set<String> told = new HashSet<>();
        shop.notices().forEach(notice -> told.add(notice.requestId()));
        return told;
    }
}
