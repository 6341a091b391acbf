package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An endpoint that is held, with two instances")
class HeldEndpointIT {
    private static final Duration GENEROUS = Duration.ofSeconds(40);

    /** So many that each instance has some of them in its shards. */
    private static final int ORDERS = 12;

    @TempDir
    private Path folder;

    private final DatabaseSettings database = TestDatabases.mariaDb();

    private GatewayProcess process(String name) {
        return GatewayProcess.among(folder, name, database).with("QUITTANCE_SIMULATOR_DELAY", "10ms");
    }

    @FunctionalInterface
    private interface Scene {
        void play(GatewayProcess one, GatewayProcess other) throws Exception;
    }

    /** With two instances that share the work, and a merchant that is registered. */
    private void played(TestMerchant shop, Scene scene) throws Exception {
        try (shop;
                GatewayProcess one = process("one").start();
                GatewayProcess other = process("other").start()) {
            Shares.become(List.of(32, 32), GENEROUS, one, other);
            shop.register(one, folder.resolve("data"));
            scene.play(one, other);
        }
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        GatewayProcess.Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err());
        return ran.out();
    }

    private static void order(String name, TestMerchant shop, List<GatewayProcess> gateways)
            throws IOException, InterruptedException {
        for (int i = 0; i < ORDERS; i++) {
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.capture(gateways.get(i % gateways.size()), name + i, "5")
                            .code());
        }
    }

    private static List<String> all(String name) {
        return IntStream.range(0, ORDERS).mapToObj(i -> name + i).sorted().toList();
    }

    private static List<String> told(TestMerchant shop, String name) {
        return shop.notices().stream()
                .filter(TestMerchant.Notice::acknowledged)
                .map(TestMerchant.Notice::requestId)
                .filter(id -> id.startsWith(name))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean holds(GatewayProcess gateway, int lanes) {
        try {
            return new String(Http.get(gateway.management("/metrics")).body(), StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.startsWith("quittance_endpoints_held ")
                            && Double.parseDouble(line.substring(line.indexOf(' '))) == lanes);
        } catch (IOException e) {
            return false;
        }
    }

    private static void bothHold(int lanes, GatewayProcess... gateways) {
        Await.until("both hold " + lanes, GENEROUS, () -> Stream.of(gateways).allMatch(one -> holds(one, lanes)));
    }

    private static void waiting(GatewayProcess gateway, TestMerchant shop, int many) {
        Await.until("so many wait: " + many, GENEROUS, () -> {
            try {
                return run(gateway, "endpoint", "show", shop.appId).matches("(?s).*waiting +" + many + "\\R.*");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void is_told_nothing_by_either_until_it_is_released_by_one() throws Exception {
        TestMerchant shop = new TestMerchant("shop-held", "SHOP0000000011");
        played(shop, (one, other) -> {
            String held = run(one, "endpoint", "hold", shop.appId, "--reason", "they move house", "--by", "Ada");
            assertTrue(held.startsWith("Held."), held);
            bothHold(1, one, other);
            order("held-", shop, List.of(one, other));
            waiting(one, shop, ORDERS);

            assertEquals(List.of(), shop.notices());
            String again = run(other, "endpoint", "hold", shop.appId, "--reason", "for another reason");
            assertTrue(again.startsWith("Nothing changed: it is held already."), again);
            assertTrue(again.contains("they move house") && again.contains("Ada"), again);
            run(one, "app", "set-notify-url", "--app-id", shop.appId, "--notify-url", shop.notifyUrl());
            assertTrue(run(one, "endpoint", "list").contains("held"), "a person's hold stays");

            assertTrue(run(other, "endpoint", "release", shop.appId, "--reason", "they are back")
                    .startsWith("Released."));

            Await.until("all are told", GENEROUS, () -> told(shop, "held-").equals(all("held-")));
            String twice = run(one, "endpoint", "release", shop.appId, "--reason", "they are back");
            assertTrue(twice.startsWith("Nothing changed: it is not held."), twice);
        });
    }

    @Test
    void that_says_it_is_gone_is_held_by_both_and_told_at_its_new_address() throws Exception {
        TestMerchant shop = new TestMerchant("shop-gone", "SHOP0000000012");
        shop.answerBy(_ -> new TestMerchant.Reply(410, ""));
        played(shop, (one, other) -> {
            order("gone-", shop, List.of(one, other));
            bothHold(1, one, other);
            waiting(one, shop, ORDERS);
            int tried = shop.notices().size();
            order("more-", shop, List.of(one, other));
            waiting(other, shop, 2 * ORDERS);
            assertEquals(tried, shop.notices().size(), "it is not tried any more");
            String shown = run(other, "endpoint", "show", shop.appId);
            assertTrue(shown.contains("410 Gone from 127.0.0.1") && shown.contains("the endpoint itself"), shown);
            assertEquals(
                    1,
                    Stream.of(one, other)
                            .flatMap(gateway -> gateway.printed().lines())
                            .filter(line -> line.contains("is held until it is released"))
                            .count());

            shop.answerBy(_ -> new TestMerchant.Reply(200, TestMerchant.ACKNOWLEDGEMENT));
            run(one, "app", "set-notify-url", "--app-id", shop.appId, "--notify-url", shop.notifyUrl());

            Await.until("all are told", GENEROUS, () -> told(shop, "").size() == 2 * ORDERS);
            String history = run(other, "endpoint", "show", shop.appId);
            assertTrue(history.contains("deliveries from open to held by the endpoint itself"), history);
            assertTrue(history.contains("deliveries from held by the endpoint itself to open"), history);
        });
    }

    /** What was put off before the hold waits for a later time than what came after it: it goes first all the same. */
    @Test
    void is_told_of_each_payout_in_order_though_it_came_back_meanwhile() throws Exception {
        TestMerchant shop = new TestMerchant("shop-bounced", "SHOP0000000013");
        shop.answerBy(_ -> new TestMerchant.Reply(500, ""));
        played(shop, (one, other) -> {
            for (int i = 0; i < ORDERS; i++) {
                assertEquals(
                        "APPLY_SUCCESS",
                        shop.payout(i % 2 == 0 ? one : other, "P" + i, "12.30", "BOUNCEBACK")
                                .code());
            }
            Await.until("some were tried", GENEROUS, () -> shop.notices().size() >= 2);
            run(one, "endpoint", "hold", shop.appId, "--reason", "they look into it");
            bothHold(1, one, other);
            Await.until("all came back", GENEROUS, () -> cameBack() == ORDERS);

            shop.answerBy(_ -> new TestMerchant.Reply(200, TestMerchant.ACKNOWLEDGEMENT));
            run(other, "endpoint", "release", shop.appId, "--reason", "they are back");

            Await.until(
                    "all are told",
                    GENEROUS,
                    () -> results(shop).size() == ORDERS
                            && results(shop).values().stream().allMatch(told -> told.size() == 2));
            results(shop).forEach((payout, told) -> assertEquals(List.of("SUCCESS", "BOUNCEBACK"), told, payout));
        });
    }

    private int cameBack() {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from payout where state = 'BOUNCEBACK'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was acknowledged of each payout, in the order in which it was. */
    private static Map<String, List<String>> results(TestMerchant shop) {
        return shop.notices().stream()
                .filter(TestMerchant.Notice::acknowledged)
                .collect(Collectors.groupingBy(
                        TestMerchant.Notice::about,
                        Collectors.mapping(
                                TestMerchant.Notice::result,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        all -> all.stream().distinct().toList()))));
    }
}
