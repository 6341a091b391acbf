package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Eventually;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of several servers")
class ServersTest {
    private static final PairOfServers PAIR = PairOfServers.SERVERS;
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @BeforeEach
    void the_first_takes_writes() {
        PAIR.elect(PAIR.one);
    }

    private static int port(Sql sql) {
        return sql.first("ask which one it is", "select @@port as port", cells -> cells.integer("port"))
                .orElseThrow();
    }

    private static void write(Sql sql) {
        assertEquals(1, sql.change("say a word", "insert into word (said) values ('word')"));
    }

    /** Each on a connection of its own. */
    private static Set<Integer> ports(Database database) {
        int all = DatabaseLimits.USUAL.connections();
        CyclicBarrier together = new CyclicBarrier(all);
        JdbcTransactions transactions = new JdbcTransactions(database.sql(), new SecureRandom());
        return AtOnce.all(
                        IntStream.range(0, all).boxed().toList(),
                        _ -> transactions.inOne(() -> {
                            int port = port(database.sql());
                            await(together);
                            return port;
                        }))
                .stream()
                .collect(Collectors.toSet());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not all at once", e);
        }
    }

    /** @return whether it got through; anything but "the database is away" is a fault of ours */
    private static boolean written(Sql sql) {
        try {
            write(sql);
            return true;
        } catch (DatabaseUnavailable e) {
            return false;
        }
    }

    @Test
    void the_one_that_takes_writes_is_found_wherever_the_url_names_it() {
        for (DatabaseSettings settings :
                List.of(PairOfServers.settings(PAIR.one, PAIR.other), PairOfServers.settings(PAIR.other, PAIR.one))) {
            try (Database database = Database.open(settings)) {
                assertEquals(Set.of(PAIR.one), ports(database));
            }
        }
    }

    @Test
    void the_one_that_is_elected_while_we_run_is_found_and_again_after_the_next_election() {
        Database.open(PAIR.settings()).close();
        PAIR.elect(PAIR.other);
        try (Database database = Database.open(PAIR.settings())) {
            for (int elected : List.of(PAIR.one, PAIR.other, PAIR.one)) {
                AtomicInteger refused = new AtomicInteger();
                write(database.sql());
                write(database.work());
                PAIR.elect(elected);

                Eventually.become("the elected one is found", () -> {
                    boolean through = written(database.sql());
                    refused.addAndGet(through ? 0 : 1);
                    return through && port(database.sql()) == elected;
                });

                assertTrue(refused.get() > 0, "somebody had to find it out");
                Eventually.become(
                        "what did not find it out goes along",
                        () -> port(database.work()) == elected
                                && ports(database).equals(Set.of(elected)));
            }
        }
    }

    @Test
    void none_is_taken_that_only_reads() {
        PAIR.electNone();

        String sentence = assertThrows(DatabaseUnavailable.class, () -> Database.open(PAIR.settings()))
                .getMessage();

        assertEquals(
                "The database mysql://127.0.0.1:" + PAIR.one + ",127.0.0.1:" + PAIR.other
                        + "/pair takes no writes now: 127.0.0.1:" + PAIR.one + ": read_only is ON; 127.0.0.1:"
                        + PAIR.other + ": read_only is ON.",
                sentence);
    }

    @Test
    void a_start_waits_until_one_takes_writes() {
        PAIR.electNone();
        DatabaseLimits patient = new DatabaseLimits(2, 1, FOR_EVER);

        CompletableFuture<Integer> started = CompletableFuture.supplyAsync(() -> {
            try (Database database = Database.open(PAIR.settings(), patient)) {
                return port(database.sql());
            }
        });
        assertThrows(java.util.concurrent.TimeoutException.class, () -> started.get(1, TimeUnit.SECONDS));
        PAIR.elect(PAIR.other);

        assertEquals(PAIR.other, started.orTimeout(60, TimeUnit.SECONDS).join());
    }

    @Test
    void a_start_ends_at_once_where_a_person_must_do_something() {
        DatabaseSettings wrong =
                new DatabaseSettings(PAIR.settings().url().replace("password=test", "password=s3cret"), "", "");
        DatabaseSettings none = new DatabaseSettings(PAIR.settings().url().replace("/pair?", "/pears?"), "", "");
        DatabaseLimits patient = new DatabaseLimits(2, 1, FOR_EVER);

        assertTrue(assertThrows(DatabaseUnavailable.class, () -> Database.open(wrong, patient))
                .getMessage()
                .contains("refuses the user or the password"));
        assertTrue(assertThrows(DatabaseUnavailable.class, () -> Database.open(none, patient))
                .getMessage()
                .startsWith("There is no database mysql://"));
    }

    /** If they were asked one after the other, this would take an hour. */
    @Test
    void one_that_is_silent_holds_up_nobody() throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Servers servers = new Servers(PairOfServers.settings(silent.getLocalPort(), PAIR.one));

            try (Connection found = servers.connect(new Timeouts(FOR_EVER, FOR_EVER))) {
                assertEquals(Optional.empty(), servers.trouble());
                assertTrue(found.isValid(10));
            }
        }
    }

    @Test
    void each_is_told_of_when_none_can_be_used() {
        Servers servers = new Servers(PairOfServers.settings(1, PAIR.other));

        SQLTransientConnectionException told =
                assertThrows(SQLTransientConnectionException.class, () -> servers.connect(Timeouts.USUAL));

        assertEquals(
                "127.0.0.1:1: Connection refused; 127.0.0.1:" + PAIR.other + ": read_only is ON", told.getMessage());
        assertEquals(Optional.of(told), servers.trouble());
    }

    @Test
    void the_url_may_name_them_in_each_of_the_drivers_forms_and_none_shows_a_password() {
        DatabaseSettings plain =
                new DatabaseSettings("jdbc:mysql://joe:hush@a:1,joe:hush@[::1]:2,c/db?password=s3cret", "", "");
        DatabaseSettings written =
                new DatabaseSettings("jdbc:mysql://address=(host=a)(port=1),(host=b,port=2)/db?x=1,2", "", "");

        assertEquals(
                List.of(
                        "jdbc:mysql://joe:hush@a:1/db?password=s3cret",
                        "jdbc:mysql://joe:hush@[::1]:2/db?password=s3cret",
                        "jdbc:mysql://c/db?password=s3cret"),
                plain.servers());
        assertEquals("mysql://a:1,[::1]:2,c/db", plain.where());
        assertEquals(
                List.of("jdbc:mysql://address=(host=a)(port=1)/db?x=1,2", "jdbc:mysql://(host=b,port=2)/db?x=1,2"),
                written.servers());
    }
}
