package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static final int IDLE = 5_000;

    @TempDir
    private Path folder;

    @Test
    void beside_endpoints_that_hang() throws Exception {
        try (GatewayProcess one = process("one", database()).start();
                Market market = new Market(List.of(one))) {
            Delays delays = new Delays();
            for (int hanging : List.of(0, 1, Market.ILL)) {
                delays.measure(hanging + " of 100 endpoints hang", () -> {
                    market.hang(hanging);
                    List<Long> waits = market.trade();
                    market.heal();
                    return waits;
                });
            }
            delays.print(ROUNDS);
        }
    }

    /** Two that share nothing but the database's server, as to write so many rows keeps a server busy for a while. */
    @Test
    void beside_a_dead_endpoint_that_is_owed_much() throws Exception {
        DatabaseSettings burdened = database();
        try (GatewayProcess one = process("one", database()).start();
                GatewayProcess other = process("other", burdened).start();
                Market market = new Market(List.of(one));
                Market owing = new Market(List.of(other))) {
            market.hang(1);
            owing.hang(1);
            owing.trade();
            Debt.grow(burdened, owing.firstIll(), OWED);
            new Delays()
                    .measure("one endpoint hangs", market::trade)
                    .measure("the same, and is owed " + OWED + " messages more", owing::trade)
                    .print(ROUNDS);
        }
    }

    @Test
    void beside_many_that_are_connected_and_say_nothing() throws Exception {
        GatewayProcess process = process("one", database())
                .with("QUITTANCE_CLIENT_CONNECTIONS", Integer.toString(2 * IDLE))
                .with("QUITTANCE_CLIENT_IDLE", "1h");
        try (GatewayProcess one = process.start();
                Market market = new Market(List.of(one))) {
            new Delays()
                    .measure("nobody else is connected", market::trade)
                    .measure(IDLE + " are connected and say nothing", () -> {
                        try (IdleClients idle = new IdleClients(IDLE, one.port())) {
                            List<Long> waits = market.trade();
                            assertEquals(0, idle.ended(), "all of them stayed");
                            return waits;
                        }
                    })
                    .print(ROUNDS);
        }
    }

    @Test
    void through_each_of_three_instances() throws Exception {
        DatabaseSettings database = database();
        try (GatewayProcess one = process("one", database).start();
                GatewayProcess two = process("two", database);
                GatewayProcess three = process("three", database)) {
            List<GatewayProcess> all = List.of(one, two, three);
            tellTime("the second has come", two::start, () -> Shares.become(List.of(32, 32), GENEROUS, one, two));
            tellTime(
                    "the third has come",
                    three::start,
                    () -> Shares.become(List.of(21, 21, 22), GENEROUS, one, two, three));
            try (Market market = new Market(all)) {
                Delays delays = new Delays();
                for (GatewayProcess through : all) {
                    delays.measure(
                            "through instance " + (all.indexOf(through) + 1), () -> market.trade(List.of(through)));
                }
                delays.print(ROUNDS);
            }
            tellTime("one was killed", two::kill, () -> Shares.become(List.of(32, 32), GENEROUS, one, three));
        }
    }

    private static DatabaseSettings database() {
        return TestDatabases.external().orElseGet(TestDatabases::mariaDb);
    }

    private GatewayProcess process(String name, DatabaseSettings database) {
        return GatewayProcess.among(folder, name, database).with("QUITTANCE_SIMULATOR_DELAY", "10ms");
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
}
