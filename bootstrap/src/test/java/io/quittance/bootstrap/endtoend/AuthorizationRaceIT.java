package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("64 captures and cancels of one authorization at once")
class AuthorizationRaceIT {
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> leave_at_most_one_pending_or_successful_and_never_above_it() {
        return Databases.each(folder, AuthorizationRaceIT::race);
    }

    /** One that runs: its request id, and what it asks. */
    private record Rival(String api, String request, String data) {}

    private static void race(String database, GatewayProcess process) throws Exception {
        try (GatewayProcess gateway =
                        process.with("QUITTANCE_SIMULATOR_DELAY", "3s").start();
                TestMerchant shop = new TestMerchant("shop-authorized", "SHOP0000000009")) {
            shop.register(gateway, gateway.data());
            oneWins(gateway, shop, "MIXED");
            oneAtATimeFails(gateway, shop, "FAILING");
        }
    }

    /** Captures of all amounts up to twice what is held, and cancels. */
    private static void oneWins(GatewayProcess gateway, TestMerchant shop, String order) throws Exception {
        authorize(gateway, shop, order, "33");

        Rival winner = theOneThatIsTaken(gateway, shop, mixed(order, "first"));
        String status = told(shop, winner.request());
        List<Answer> late = atOnce(gateway, shop, mixed(order, "late"));

        assertEquals("SUCCESS", status);
        assertEquals(Set.of("ORDER_CLOSED", "AMOUNT_INVALID"), codes(late));
    }

    /** The simulator fails captures of 110 and cancels of such an order: each leaves it open for the next. */
    private static void oneAtATimeFails(GatewayProcess gateway, TestMerchant shop, String name) throws Exception {
        String order = name + "-CANCEL-FAILS";
        authorize(gateway, shop, order, "200");

        for (String wave : List.of("first", "second")) {
            Rival winner = theOneThatIsTaken(gateway, shop, failing(order, wave));
            assertEquals("FAILED", told(shop, winner.request()));
        }
        Rival last = theOneThatIsTaken(
                gateway,
                shop,
                mixed(order, "third").stream()
                        .filter(rival -> rival.api().equals("capture"))
                        .toList());
        assertEquals("SUCCESS", told(shop, last.request()));
    }

    private static List<Rival> mixed(String order, String wave) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(n -> n % 4 == 3 ? cancel(order, wave, n) : capture(order, wave, n, n + 1))
                .toList();
    }

    private static List<Rival> failing(String order, String wave) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(n -> n % 2 == 1 ? cancel(order, wave, n) : capture(order, wave, n, 110))
                .toList();
    }

    private static Rival capture(String order, String wave, int n, int amount) {
        String request = order + "-" + wave + "-" + n;
        return new Rival("capture", request, """
            {"requestId":"%s","outTradeNo":"%s","currency":"USD","amount":%d}\
            """.formatted(request, order, amount));
    }

    private static Rival cancel(String order, String wave, int n) {
        String request = order + "-" + wave + "-" + n;
        return new Rival("cancel", request, """
            {"requestId":"%s","outTradeNo":"%s"}\
            """.formatted(request, order));
    }

    private static void authorize(GatewayProcess gateway, TestMerchant shop, String order, String amount)
            throws Exception {
        GatewayProcess.Ran ran = gateway.run(
                "simulate",
                "authorize",
                "--app-id",
                shop.appId,
                "--out-trade-no",
                order,
                "--amount",
                amount,
                "--currency",
                "USD");
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        Await.until(
                "the authorization of " + order,
                PATIENCE,
                () -> shop.notices().stream()
                        .map(Notice::json)
                        .anyMatch(told -> told.path("notifyType").asText().equals("PAYMENT")
                                && told.at("/data/outTradeNo").asText().equals(order)));
    }

    private static Rival theOneThatIsTaken(GatewayProcess gateway, TestMerchant shop, List<Rival> rivals)
            throws Exception {
        List<Answer> answers = atOnce(gateway, shop, rivals);
        Set<String> others = codes(answers);
        others.removeAll(Set.of("APPLY_SUCCESS", "PAYMENT_PROCESSING", "ORDER_CLOSED", "AMOUNT_INVALID"));
        List<Rival> taken = IntStream.range(0, rivals.size())
                .filter(n -> answers.get(n).code().equals("APPLY_SUCCESS"))
                .mapToObj(rivals::get)
                .toList();

        assertEquals(Set.of(), others);
        assertEquals(1, taken.size(), taken.toString());
        return taken.getFirst();
    }

    private static List<Answer> atOnce(GatewayProcess gateway, TestMerchant shop, List<Rival> rivals) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sending = new ArrayList<>();
            for (Rival rival : rivals) {
                byte[] body = """
                    {"version":"1.5","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":%s}\
                    """.formatted(Instant.now(), shop.appId, shop.merchantNo, rival.data())
                        .getBytes(UTF_8);
                String sign = Rsa.sign(shop.keys.getPrivate(), body);
                sending.add(senders.submit(() -> {
                    gate.await();
                    return TestMerchant.insist(gateway, rival.api(), body, sign);
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

    /** How a capture or a cancel ended, as its merchant is told. */
    private static String told(TestMerchant shop, String request) {
        Await.until(
                "the end of " + request, PATIENCE, () -> notices(shop, request).count() > 0);
        assertEquals(1, notices(shop, request).count(), "it is told once");
        return notices(shop, request).findFirst().orElseThrow();
    }

    private static Stream<String> notices(TestMerchant shop, String request) {
        return shop.notices().stream()
                .filter(notice -> notice.requestId().equals(request))
                .map(notice -> notice.json().at("/data/status").asText());
    }

    private static Set<String> codes(List<Answer> answers) {
        Set<String> codes = new HashSet<>();
        answers.forEach(answer -> codes.add(answer.code()));
        return codes;
    }
}
