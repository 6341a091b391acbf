package io.quittance.bootstrap.endtoend;

import io.quittance.persistence.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** What the database alone takes: a wide row and a narrow one for each order, as an order and what is owed for it are written. */
final class CommitRates {
    private static final int BODY_BYTES = 900;
    private static final int FIRST_ROWS = 1_000;
    private static final int DOUBLINGS = 9;
    private static final Duration EACH = Duration.ofSeconds(3);

    private final String url;
    private final AtomicLong next = new AtomicLong();
    private final byte[] body = new byte[BODY_BYTES];

    CommitRates(DatabaseSettings database) throws SQLException {
        this.url = database.url() + "&rewriteBatchedStatements=true&useServerPrepStmts=false";
        new Random(1).nextBytes(body);
        try (Connection connection = open();
                Statement sql = connection.createStatement()) {
            for (String size : List.of("small", "grown")) {
                sql.execute("create table " + size + "_order (id bigint not null auto_increment primary key,"
                        + " no varbinary(64) not null unique, body varbinary(2048) not null)");
                sql.execute("create table " + size + "_owed (id bigint not null auto_increment primary key,"
                        + " shard int not null, due_at datetime(6) not null, no varbinary(64) not null unique,"
                        + " key ix_" + size + " (shard, due_at, id))");
            }
            connection.commit();
            write(connection, "grown", FIRST_ROWS);
            for (int i = 0; i < DOUBLINGS; i++) {
                sql.execute("insert into grown_order (no, body) select uuid(), body from grown_order");
                connection.commit();
            }
        }
    }

    void print() throws Exception {
        new InTurn()
                .measure("1 connection, each order a commit", () -> perSecond("small", 1, 1))
                .measure("4 connections, each order a commit", () -> perSecond("small", 4, 1))
                .measure("16 connections, each order a commit", () -> perSecond("small", 16, 1))
                .measure(
                        "the same, beside " + FIRST_ROWS * (1 << DOUBLINGS) + " older ones",
                        () -> perSecond("grown", 16, 1))
                .measure("1 connection, 32 orders a commit", () -> perSecond("small", 1, 32))
                .measure("2 connections, 128 orders a commit", () -> perSecond("small", 2, 128))
                .print("orders a second, the database alone", 5);
    }

    private double perSecond(String table, int connections, int orders) throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        long begun = System.nanoTime();
        int written = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> writeUntil(begun + EACH.toNanos(), table, orders)));
            }
            for (Future<Integer> one : running) {
                written += one.get();
            }
        }
        return written * 1e9 / (System.nanoTime() - begun);
    }

    private int writeUntil(long end, String table, int orders) throws SQLException {
        int written = 0;
        try (Connection connection = open()) {
            while (System.nanoTime() < end) {
                write(connection, table, orders);
                written += orders;
            }
        }
        return written;
    }

    private void write(Connection connection, String table, int orders) throws SQLException {
        try (PreparedStatement order =
                        connection.prepareStatement("insert into " + table + "_order (no, body) values (?, ?)");
                PreparedStatement owed = connection.prepareStatement(
                        "insert into " + table + "_owed (shard, due_at, no) values (?, utc_timestamp(6), ?)")) {
            for (int i = 0; i < orders; i++) {
                long number = next.incrementAndGet();
                String no = Long.toHexString(number * 0x9E3779B97F4A7C15L);
                order.setString(1, no);
                order.setBytes(2, body);
                order.addBatch();
                owed.setLong(1, number % 64);
                owed.setString(2, no);
                owed.addBatch();
            }
            order.executeBatch();
            owed.executeBatch();
            connection.commit();
        }
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }
}
