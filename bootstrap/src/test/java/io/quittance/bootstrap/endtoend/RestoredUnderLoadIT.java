package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Upstream is another gateway, which answers ORDER_REPEAT to a payout that it has, and tells nothing twice by itself. With the
 * setting {@code restored.minutes} the state is that many minutes old by the clock.
 */
@DisplayName("An older state that is restored under load")
class RestoredUnderLoadIT {
    private static final Duration GENEROUS = Duration.ofSeconds(120);
    private static final int SOME = 25;
    private static final String MOST = "500";
    private static final Duration OLD = Duration.ofMinutes(Integer.getInteger("restored.minutes", 0));

    @TempDir
    private Path folder;

    /** One payout after the other, each until it is taken, whatever becomes of the gateway. */
    private static final class Load implements AutoCloseable {
        private static final Duration BETWEEN = Duration.ofMillis(OLD.isZero() ? 20 : 100);

        private final TestMerchant shop;
        private final GatewayProcess near;
        private final AtomicInteger sent = new AtomicInteger();
        private final Set<String> taken = ConcurrentHashMap.newKeySet();
        private final Thread sender;
        private volatile boolean ending;

        Load(TestMerchant shop, GatewayProcess near) {
            this.shop = shop;
            this.near = near;
            this.sender = Thread.ofVirtual().start(this::send);
        }

        private void send() {
            while (!ending) {
                String order = "loaded_" + sent.incrementAndGet();
                while (!ending && !isTaken(order)) {
                    LockSupport.parkNanos(BETWEEN.toNanos());
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }

        private boolean isTaken(String order) {
            try {
                if (shop.payout(near, order, "12.30", "SUCCESS").code().equals("APPLY_SUCCESS")) {
                    taken.add(order);
                }
            } catch (IOException _) {
                // It is away, and asked again.
            }
            return taken.contains(order);
        }

        Set<String> goesOn() {
            int now = taken.size();
            Await.until("the load goes on", GENEROUS, () -> taken.size() >= now + SOME);
            return Set.copyOf(taken);
        }

        @Override
        public void close() {
            ending = true;
            Await.until("the load has ended", GENEROUS, () -> !sender.isAlive());
        }
    }

    @Test
    void doubles_nothing_and_fails_nothing_that_succeeded() throws Exception {
        Path kept = folder.resolve("kept");
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.near(folder, far);
                TestMerchant shop = new TestMerchant("shop-loaded", "SHOP0000000032")) {
            FarAccount.open(far, near, shop, folder);
            Set<String> before;
            Load load = new Load(shop, near);
            try (load) {
                before = load.goesOn();
                run(near, "backup", "--to", kept.toString());
                long taken = System.nanoTime();
                load.goesOn();
                Await.until("it is old", OLD.plus(GENEROUS), () -> System.nanoTime() - taken >= OLD.toNanos());
                near.kill();
                RestoredIT.delete(near.data());
                run(near, "restore", "--from", kept.toString());
                near.start();
                load.goesOn();
            }
            Set<String> all = Set.copyOf(load.taken);
            System.out.println("restored under load: " + before.size() + " payouts before the backup, " + all.size()
                    + " in all, the state " + OLD.toMinutes() + " min old");
            // What was taken after the backup is unknown here now, and nobody told the merchant so: it asks again.
            for (String order : all) {
                assertTrue(
                        Set.of("APPLY_SUCCESS", "ORDER_REPEAT")
                                .contains(shop.payout(near, order, "12.30", "SUCCESS")
                                        .code()),
                        order);
            }

            Await.until(
                    () -> "told of all: " + untold(shop, all),
                    GENEROUS,
                    () -> untold(shop, all).isEmpty());
            assertEquals(List.of(), results(shop, "FAILED"));
            assertEquals(List.of(), results(shop, "BOUNCEBACK"));
            assertEquals(all, numbersAt(far));
            Await.until(
                    "all have ended here",
                    GENEROUS,
                    () -> listed(near, "SUCCESS").equals(all));
            for (String order : before) {
                JsonNode first = json(far, "order", "show", order, "--json").at("/journal/0");
                assertTrue(
                        first.at("/repeats").isNull(), order + " was in the backup, and is asked for only: " + first);
            }
        }
    }

    private static Set<String> untold(TestMerchant shop, Set<String> all) {
        Set<String> open = new HashSet<>(all);
        results(shop, "SUCCESS").forEach(open::remove);
        return open;
    }

    private static List<String> results(TestMerchant shop, String result) {
        return shop.notices().stream()
                .filter(notice -> notice.result().equals(result))
                .map(Notice::about)
                .toList();
    }

    private static Set<String> listed(GatewayProcess gateway, String state) {
        try {
            return numbersAt(gateway, "--state", state);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the merchant calls its payouts; a list in which one stood twice would be longer. */
    private static Set<String> numbersAt(GatewayProcess gateway, String... more)
            throws IOException, InterruptedException {
        List<String> numbers = new ArrayList<>();
        for (Optional<String> behind = Optional.of(""); behind.isPresent(); ) {
            List<String> line = new ArrayList<>(List.of("order", "list", "payout", "--limit", MOST, "--json"));
            line.addAll(List.of(more));
            behind.filter(cursor -> !cursor.isEmpty()).ifPresent(cursor -> line.addAll(List.of("--behind", cursor)));
            JsonNode listed = json(gateway, line.toArray(String[]::new));
            numbers.addAll(listed.at("/orders").findValuesAsText("value"));
            behind = Optional.of(listed.at("/behind").asText()).filter(_ -> listed.hasNonNull("behind"));
        }
        Set<String> once = numbers.stream().collect(Collectors.toSet());
        assertEquals(once.size(), numbers.size());
        return once;
    }

    private static JsonNode json(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        return TestMerchant.json(run(gateway, line).getBytes(UTF_8));
    }

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        return ran.out();
    }
}
