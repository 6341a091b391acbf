package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A measurement for docs/reliability.md, by {@code bootstrap/src/test/lanes-run} only; nothing about speed is asserted. */
@DisplayName("What merchants feel of each other")
@EnabledIfSystemProperty(named = "lanes.run", matches = "true")
class LanesRunIT {
    private static final Duration GENEROUS = Duration.ofMinutes(3);
    private static final int ROUNDS = Integer.getInteger("lanes.rounds", 4);
    private static final int OWED = 200_000;

    @TempDir
    private Path folder;

    @Test
    void beside_endpoints_that_hang() throws Exception {
        try (GatewayProcess one = process("one", database()).start();
                Market market = new Market(List.of(one))) {
            Delays delays = new Delays();
            for (int round = 0; round <= ROUNDS; round++) {
                for (int hanging : List.of(0, 1, Market.ILL)) {
                    market.hang(hanging);
                    List<Long> waits = market.trade();
                    market.heal();
                    if (round > 0) {
                        delays.add(hanging + " of 100 endpoints hang", waits);
                    }
                }
            }
            delays.print();
        }
    }

    @Test
    void beside_a_dead_endpoint_that_is_owed_much() throws Exception {
        DatabaseSettings database = database();
        try (GatewayProcess one = process("one", database).start();
                Market market = new Market(List.of(one))) {
            Delays delays = new Delays();
            Debt debt = new Debt(database);
            for (int round = 0; round <= ROUNDS; round++) {
                for (int owed : List.of(0, OWED)) {
                    market.hang(1);
                    List<Long> before = market.trade();
                    if (owed > 0) {
                        debt.grow(market.firstIll(), owed);
                        before = market.trade();
                        debt.forgive();
                    }
                    market.heal();
                    if (round > 0) {
                        delays.add(owed + " more are owed to one whose endpoint hangs", before);
                    }
                }
            }
            delays.print();
        }
    }

    @Test
    void through_each_of_three_instances() throws Exception {
        DatabaseSettings database = database();
        try (GatewayProcess one = process("one", database).start();
                GatewayProcess two = process("two", database);
                GatewayProcess three = process("three", database)) {
            tellTime("the second has come", two::start, () -> become(List.of(32, 32), one, two));
            tellTime("the third has come", three::start, () -> become(List.of(21, 21, 22), one, two, three));
            Delays delays = new Delays();
            try (Market market = new Market(List.of(one, two, three))) {
                for (int round = 0; round <= ROUNDS; round++) {
                    for (int through = 0; through < 3; through++) {
                        List<Long> waits = market.trade(through);
                        if (round > 0) {
                            delays.add("through instance " + (through + 1), waits);
                        }
                    }
                }
            }
            delays.print();
            tellTime("one was killed", two::kill, () -> become(List.of(32, 32), one, three));
        }
    }

    private static DatabaseSettings database() {
        return TestDatabases.external().orElseGet(TestDatabases::mariaDb);
    }

    private GatewayProcess process(String name, DatabaseSettings database) {
        return new GatewayProcess(folder.resolve(name))
                .with("QUITTANCE_DATA", folder.resolve("data").toString())
                .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                .with("QUITTANCE_DB_URL", database.url());
    }

    @FunctionalInterface
    private interface Event {
        void happens() throws Exception;
    }

    private static void tellTime(String what, Event event, Event shares) throws Exception {
        event.happens();
        long begun = System.nanoTime();
        shares.happens();
        System.out.printf("shares are fair %d ms after %s%n", (System.nanoTime() - begun) / 1_000_000, what);
    }

    private static void become(List<Integer> shares, GatewayProcess... instances) {
        List<Integer> held = new ArrayList<>();
        Await.until(() -> shares + ", but they have " + held, GENEROUS, () -> {
            held.clear();
            IntStream.range(0, instances.length).forEach(i -> held.add(instances[i].shardsHeld()));
            return shares.equals(held.stream().sorted().toList());
        });
        assertEquals(64, held.stream().mapToInt(Integer::intValue).sum());
    }
}
