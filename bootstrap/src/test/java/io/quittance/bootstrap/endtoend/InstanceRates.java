package io.quittance.bootstrap.endtoend;

import io.quittance.persistence.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Captures through one, two and three instances on one database. All three are started and warm; those that are not to count
 * are stopped (SIGSTOP) until the others have their shards.
 */
final class InstanceRates implements AutoCloseable {
    private static final int SHOPS = 4;
    private static final int SENDERS = 24;
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("scaling.seconds", 10));
    private static final Duration GENEROUS = Duration.ofMinutes(3);

    private final DatabaseSettings database;
    private final List<GatewayProcess> instances = new ArrayList<>();
    private final List<TestMerchant> shops = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();

    InstanceRates(Path folder, DatabaseSettings database) throws Exception {
        this.database = database;
        for (int i = 0; i < 3; i++) {
            GatewayProcess instance =
                    GatewayProcess.among(folder, "instance-" + i, database).with("QUITTANCE_SIMULATOR_DELAY", "10ms");
            instances.add(instance);
            instance.start();
        }
        for (int i = 0; i < SHOPS; i++) {
            TestMerchant shop = new TestMerchant("scaling-" + i, "SCALING" + i);
            shops.add(shop);
            shop.register(instances.getFirst(), folder);
        }
    }

    void print() throws Exception {
        perSecond(3);
        List<String> cpu = new ArrayList<>();
        InTurn turns = new InTurn();
        for (int count = 1; count <= 3; count++) {
            int through = count;
            turns.measure(count + " of 3 instances", () -> {
                Duration before = cpu();
                int first = next.get();
                double rate = perSecond(through);
                double millis = (cpu().toNanos() - before.toNanos()) / 1e6 / (next.get() - first);
                cpu.add(String.format(Locale.ROOT, "%d: %.1f", through, millis));
                return rate;
            });
        }
        turns.print("captures a second, until as many messages came", 5);
        System.out.println("CPU of the instances for each capture, ms, in that turn: " + cpu);
        System.out.println(again + " of " + next + " were asked more than once, after SYSTEM_ERROR");
        growth();
    }

    /** From the first request until as many messages came to the merchants; one that comes twice counts twice. */
    private double perSecond(int through) throws Exception {
        become(through);
        int told = told();
        long begun = System.nanoTime();
        List<Future<Integer>> running = new ArrayList<>();
        int accepted = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < SENDERS; i++) {
                running.add(threads.submit(() -> sendUntil(begun + EACH.toNanos(), through)));
            }
            for (Future<Integer> one : running) {
                accepted += one.get();
            }
        }
        int all = told + accepted;
        Await.until(() -> all + " told, but " + told(), GENEROUS, () -> told() >= all);
        return accepted * 1e9 / (System.nanoTime() - begun);
    }

    private int sendUntil(long end, int through) throws IOException {
        int accepted = 0;
        while (System.nanoTime() < end) {
            int number = next.incrementAndGet();
            while (!isAccepted(number, through)) {
                again.incrementAndGet();
            }
            accepted++;
        }
        return accepted;
    }

    /** As a client does, one that knows nothing is asked again under the same id. */
    private boolean isAccepted(int number, int through) throws IOException {
        String code = shops.get(number % SHOPS)
                .capture(instances.get(number % through), "S" + number, "5")
                .code();
        if (!code.equals("APPLY_SUCCESS") && !code.equals("SYSTEM_ERROR")) {
            throw new IllegalStateException(number + ": " + code);
        }
        return code.equals("APPLY_SUCCESS");
    }

    private int told() {
        return shops.stream().mapToInt(shop -> shop.notices().size()).sum();
    }

    private void become(int through) throws IOException {
        for (int i = 0; i < instances.size(); i++) {
            instances.get(i).signal(i < through ? "CONT" : "STOP");
        }
        Await.until(
                "shares of " + through,
                GENEROUS,
                () -> IntStream.range(0, through).allMatch(i -> instances.get(i).shardsHeld() >= 64 / through)
                        && IntStream.range(0, through)
                                        .map(i -> instances.get(i).shardsHeld())
                                        .sum()
                                == 64);
    }

    /** The instances are all children of this process but those of other databases, which do not change their time meanwhile. */
    private static Duration cpu() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Bytes on the server's disk for each capture, by table. */
    private void growth() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement sql = connection.createStatement()) {
            sql.execute("analyze table journal, capture, order_hold, simulated_order, spent_request, errand, delivery");
            sql.execute("set session information_schema_stats_expiry = 0");
            try (var rows = sql.executeQuery("select t.table_name, t.data_length + t.index_length, t.table_rows"
                    + " from information_schema.tables t where t.table_schema = database()"
                    + " and t.table_rows > 1000 order by 2 desc")) {
                while (rows.next()) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %.0f bytes for each of %d captures, about %.1f rows%n",
                            rows.getString(1),
                            rows.getDouble(2) / next.get(),
                            next.get(),
                            rows.getDouble(3) / next.get());
                }
            }
        }
    }

    @Override
    public void close() {
        instances.forEach(GatewayProcess::close);
        shops.forEach(TestMerchant::close);
    }
}
