package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two MariaDB servers that stand in for a group: each has the same tables, nothing goes from one to the other, and the test
 * decides which of them takes writes. Our user is one that a read-only server refuses, as any user should be.
 */
final class PairOfServers {
    static final PairOfServers SERVERS = new PairOfServers();

    final int one = MariaDbServer.another();
    final int other = MariaDbServer.another();

    private PairOfServers() {
        for (int port : new int[] {one, other}) {
            run(port, "create database pair");
            // The schema wants to be the first in there.
            Database.open(settings(port)).close();
            run(port, "create table pair.word (id int primary key auto_increment, said varchar(50) not null)");
        }
    }

    /** A database of that name on both, which the URL names in that order. */
    DatabaseSettings settings() {
        return settings(one, other);
    }

    /** Those alone. */
    static DatabaseSettings settings(int... ports) {
        String hosts = IntStream.of(ports).mapToObj(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        return new DatabaseSettings("jdbc:mysql://" + hosts + "/pair?user=writer&password=test", "", "");
    }

    /** An election: from now on that one takes writes and the other does not. */
    void elect(int port) {
        run(port == one ? other : one, "set global read_only = 1");
        run(port, "set global read_only = 0");
    }

    void electNone() {
        run(one, "set global read_only = 1");
        run(other, "set global read_only = 1");
    }

    private static void run(int port, String statement) {
        String url = "jdbc:mysql://127.0.0.1:" + port + "/?user=quittance&password=test";
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("could not " + statement, e);
        }
    }
}
