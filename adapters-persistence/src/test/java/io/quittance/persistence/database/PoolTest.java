package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A pool")
@Timeout(60)
class PoolTest {
    private static final String ALL_IN_USE =
            "All connections for work (2) were in use for 3 s, and whoever waited for one got none.";

    private final List<String> away = new CopyOnWriteArrayList<>();
    private final List<String> warned = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    private Pool pool(DatabaseSettings settings) {
        Servers servers = new Servers(settings);
        ServerSource source = new ServerSource(servers, Timeouts.USUAL, UnaryOperator.identity());
        return new Pool(servers, source, "work", 2, new Outage(nanos::get, away::add, warned::add), _ -> {});
    }

    private void after(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static void isRefused(Pool pool) {
        SQLException why = assertThrows(SQLTransientConnectionException.class, pool::getConnection);
        assertEquals(Fault.AWAY, Fault.of(why));
    }

    @Test
    void whose_connections_are_all_in_use_is_no_outage() throws SQLException {
        try (Pool pool = pool(TestDatabases.h2InMemory())) {
            try (Connection _ = pool.getConnection();
                    Connection _ = pool.getConnection()) {
                isRefused(pool);
                after(4);
                isRefused(pool);
                after(6);
                isRefused(pool);
            }
            after(2);
            pool.getConnection().close();
            pool.getConnection().close();
        }

        assertEquals(
                List.of(
                        ALL_IN_USE,
                        ALL_IN_USE + " It was so 3 times in 10 s.",
                        "Connections for work are free again, after 10 s in which it was so 3 times."),
                warned);
        assertEquals(List.of(), away);
    }

    @Test
    void that_gets_no_connection_is_an_outage() {
        try (Pool pool = pool(new DatabaseSettings("jdbc:mysql://127.0.0.1:1/none", "quittance", ""))) {
            isRefused(pool);
        }

        assertEquals(1, away.size(), away.toString());
        assertTrue(away.getFirst().startsWith("The database is not available: could not get a connection ("));
        assertEquals(List.of(), warned);
    }
}
