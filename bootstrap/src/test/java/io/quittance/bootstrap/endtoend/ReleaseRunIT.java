package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import io.quittance.bootstrap.endtoend.TestMerchant.Reply;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run for docs/reliability.md, by {@code bootstrap/src/test/release-run} only: much is held, then released at a rate. That each
 * is told once, the news of each order in their order, and all by their turn, is asserted; of the rate it is told how it was kept.
 */
@DisplayName("What was held, released at a rate")
@EnabledIfSystemProperty(named = "release.run", matches = "true")
class ReleaseRunIT {
    private static final Duration GENEROUS = Duration.ofMinutes(20);
    private static final int OWED = Integer.getInteger("release.owed", 50_000);
    private static final int RATE = Integer.getInteger("release.rate", 200);

    /** One in ten messages is of a payout that comes back, which is told twice. */
    private static final int PAYOUTS = OWED / 10 / 2;

    /** As many are under way at once at most, and may come before or after one another; one that is slow, later still. */
    private static final int AT_ONCE = 64;

    private static final int SENDERS = 8;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    private Path folder;

    private record Told(long at, String order, String result) {}

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    @Test
    void goes_out_once_each_in_order_and_at_that_rate() throws Exception {
        DatabaseSettings database = TestDatabases.external().orElseGet(TestDatabases::mariaDb);
        try (GatewayProcess gateway = GatewayProcess.among(folder, "one", database)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-release", "SHOP0000000041")) {
            shop.answerBy(this::taken);
            shop.register(gateway, folder.resolve("data"));
            run(gateway, "endpoint", "hold", shop.appId, "--reason", "much is to collect");
            long begun = System.nanoTime();
            order(gateway, shop);
            Await.until(() -> count(database) + " of " + OWED + " are owed", GENEROUS, () -> count(database) == OWED);
            System.out.printf("%d messages are owed after %d s%n", OWED, seconds(System.nanoTime() - begun));
            List<String> owed = inOrder(database);
            assertTrue(told.isEmpty(), "nothing is told while it is held");

            run(
                    gateway,
                    "endpoint",
                    "release",
                    shop.appId,
                    "--reason",
                    "they are back",
                    "--rate",
                    Integer.toString(RATE));
            Await.until(() -> told.size() + " of " + OWED + " are told", GENEROUS, () -> count(database) == 0);

            List<Told> all = List.copyOf(told);
            assertEquals(OWED, all.size(), "each is told once");
            assertEquals(
                    OWED,
                    all.stream()
                            .map(one -> one.order() + one.result())
                            .distinct()
                            .count());
            all.stream()
                    .filter(one -> one.result().equals("BOUNCEBACK"))
                    .forEach(one -> assertTrue(
                            all.stream()
                                    .takeWhile(earlier -> earlier != one)
                                    .anyMatch(earlier -> earlier.order().equals(one.order())
                                            && earlier.result().equals("SUCCESS")),
                            one + " was told before its success"));
            tellTheRate(all);
            isInOrder(all, owed);
        }
    }

    private Reply taken(Notice notice) {
        told.add(new Told(System.nanoTime(), notice.number(), notice.result()));
        return new Reply(200, TestMerchant.ACKNOWLEDGEMENT);
    }

    private static void order(GatewayProcess gateway, TestMerchant shop) throws InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < OWED - PAYOUTS; i++) {
                int number = i;
                senders.submit(() -> order(gateway, shop, number));
            }
        }
    }

    /** Until it is taken: asked again under the same number it is the same order. */
    private static void order(GatewayProcess gateway, TestMerchant shop, int number) {
        Await.until("order " + number + " is taken", GENEROUS, () -> taken(gateway, shop, number));
    }

    /** Payouts come evenly among the captures, until there are enough of them. */
    private static boolean taken(GatewayProcess gateway, TestMerchant shop, int number) {
        int each = (OWED - PAYOUTS) / PAYOUTS;
        boolean payout = number % each == 0 && number / each < PAYOUTS;
        try {
            TestMerchant.Answer answer = payout
                    ? shop.payout(gateway, "P" + number, "12.30", "BOUNCEBACK")
                    : shop.capture(gateway, "R" + number, "25");
            return List.of("APPLY_SUCCESS", "ORDER_REPEAT").contains(answer.code());
        } catch (IOException _) {
            return false;
        }
    }

    private static void run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err());
    }

    private static int count(DatabaseSettings database) {
        return ask(database, "select count(*) from delivery", rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    /** Orders as their news was owed; of a payout the first, as the second waits for that. */
    private static List<String> inOrder(DatabaseSettings database) {
        return ask(
                database,
                "select cast(object_id as char) from delivery where stopped is null order by due_at, id",
                rows -> {
                    List<String> orders = new ArrayList<>();
                    while (rows.next()) {
                        orders.add(rows.getString(1));
                    }
                    return orders;
                });
    }

    @FunctionalInterface
    private interface Read<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static <T> T ask(DatabaseSettings database, String query, Read<T> read) {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            return read.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tellTheRate(List<Told> all) {
        long first = all.getFirst().at();
        long span = all.getLast().at() - first;
        Map<Long, Long> windows =
                all.stream().collect(Collectors.groupingBy(one -> (one.at() - first) / WINDOW, Collectors.counting()));
        long last = span / WINDOW;
        List<Double> rates = windows.entrySet().stream()
                .filter(window -> window.getKey() < last)
                .map(window -> window.getValue() / 10.0)
                .sorted()
                .toList();
        System.out.printf(
                "%d told within %d s: %.1f a second where %d were asked for; by windows of 10 s from %.1f to %.1f%n",
                all.size(),
                seconds(span),
                (all.size() - 1) * 1e9 / span,
                RATE,
                rates.isEmpty() ? 0 : rates.getFirst(),
                rates.isEmpty() ? 0 : rates.getLast());
    }

    /** How many places each was told before or after its turn. */
    private static void isInOrder(List<Told> all, List<String> owed) {
        Map<String, Integer> turns = new HashMap<>();
        owed.forEach(order -> turns.putIfAbsent(order, turns.size()));
        List<String> firsts = all.stream()
                .map(Told::order)
                .distinct()
                .filter(turns::containsKey)
                .toList();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            places.add(Math.abs(i - turns.get(firsts.get(i))));
        }
        places.sort(null);
        int most = places.get(places.size() * 99 / 100);
        System.out.printf(
                "of %d orders half were told within %d places of their turn, 99 of 100 within %d, all within %d%n",
                places.size(), places.get(places.size() / 2), most, places.getLast());
        assertTrue(most <= AT_ONCE, "one in a hundred was told " + most + " places from its turn, or more");
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
}
