package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.store.Eventually;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded database")
@Timeout(60)
class WriteTurnTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private final String url = TestDatabases.h2InMemory().url();
    private final WriteTurn turn = new WriteTurn(LONG);
    private Connection one;
    private Connection other;

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    @BeforeEach
    void open() throws SQLException {
        one = turn.over(DriverManager.getConnection(url));
        other = turn.over(DriverManager.getConnection(url));
        write(one, "create table kept (id int primary key, word varchar(10))");
        write(one, "insert into kept values (1, 'first')");
        one.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        one.close();
        other.close();
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** Runs that on a thread that must come to a stop in it, then the other, and comes back when both are over. */
    private static void waits(Work work, Work until) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (SQLException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        Eventually.become("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        assertFalse(done.isDone(), "it waits");

        until.run();

        done.get();
    }

    @Test
    void has_one_write_at_a_time_whatever_it_writes() throws Exception {
        write(one, "insert into kept values (2, 'second')");

        waits(() -> write(other, "update kept set word = 'changed' where id = 1"), one::commit);

        assertEquals(1, count(one, "select * from kept where word = 'changed'"));
    }

    @Test
    void has_one_at_a_time_lock_rows() throws Exception {
        other.setAutoCommit(false);
        count(one, "select * from kept where id = 1 for update");

        waits(() -> count(other, "select * from kept where id = 2 FOR UPDATE"), one::rollback);

        other.rollback();
    }

    @Test
    void lets_everybody_read_meanwhile() throws SQLException {
        write(one, "insert into kept values (2, 'second')");

        assertEquals(1, count(other, "select * from kept"));
        other.setAutoCommit(false);
        assertEquals(1, count(other, "select * from kept"));
    }

    @Test
    void gives_the_turn_on_when_a_statement_failed_by_itself() throws SQLException {
        assertThrows(SQLException.class, () -> write(other, "insert into kept values (1, 'again')"));

        write(one, "insert into kept values (2, 'second')");
        one.commit();
    }

    @Test
    void gives_the_turn_on_when_a_connection_is_closed_by_whomever() throws Exception {
        write(one, "insert into kept values (2, 'second')");

        waits(
                () -> write(other, "insert into kept values (3, 'third')"),
                () -> CompletableFuture.runAsync(() -> {
                            try {
                                one.close();
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .join());
    }

    @Test
    void says_of_one_that_waited_too_long_that_it_may_begin_anew() throws SQLException {
        WriteTurn hasty = new WriteTurn(Duration.ofMillis(20));
        try (Connection first = hasty.over(DriverManager.getConnection(url));
                Connection second = hasty.over(DriverManager.getConnection(url))) {
            first.setAutoCommit(false);
            write(first, "insert into kept values (2, 'second')");

            SQLException late =
                    assertThrows(SQLException.class, () -> write(second, "insert into kept values (3, 'third')"));

            assertEquals(Fault.CONTENDED, Fault.of(late));
        }
    }

    /** Through each way to it: that of requests, of what works off, of the leases, and of Micronaut Data. */
    @Test
    void has_one_turn_for_all_connections() throws Exception {
        try (Database database = Database.open(TestDatabases.h2File(folder))) {
            database.sql().change("make a table", "create table kept (id int primary key)");
            for (Sql through : List.of(database.sql(), database.work(), database.own())) {
                hasOneTurn(database, () -> through.change("write", "delete from kept"));
            }
            hasOneTurn(database, () -> {
                try (Connection connection = database.dataSource().getConnection()) {
                    write(connection, "delete from kept");
                }
            });
        }
    }

    private static void hasOneTurn(Database database, Work work) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> new JdbcTransactions(database.sql(), new SecureRandom()).inOne(() -> {
                    database.sql().change("write", "insert into kept values (1)");
                    written.countDown();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return null;
                }));
        written.await();

        waits(work, over::countDown);

        first.get();
    }
}
