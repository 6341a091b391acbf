package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.bootstrap.endtoend.TestMerchant.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the group that {@value NeedsGroup#GROUP} names: a URL with all its servers, user and password as parameters; the user must be
 * allowed to create databases and to choose the primary. Each of its servers becomes the primary while captures come.
 */
@DisplayName("A service on a group of servers")
@NeedsGroup
class GroupIT {
    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final Map<String, String> accepted = new ConcurrentHashMap<>();

    /** A server of the group, as {@code 127.0.0.1:3306}. */
    private record Server(String host, String options) {
        String url(String database) {
            return "jdbc:mysql://" + host + "/" + database + options;
        }

        <T> Optional<T> asked(String question, Class<T> type) {
            try (Connection connection = DriverManager.getConnection(url(""));
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question)) {
                return rows.next() ? Optional.of(rows.getObject(1, type)) : Optional.empty();
            } catch (SQLException e) {
                return Optional.empty();
            }
        }

        boolean takesWrites() {
            return asked("select @@global.super_read_only", Long.class)
                    .filter(no -> no == 0)
                    .isPresent();
        }

        void perform(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url(""));
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void goes_over_to_each_new_primary_and_loses_nothing() throws Exception {
        List<Server> servers = servers(System.getenv(NeedsGroup.GROUP));
        String name = "quittance_group_" + Long.toString(ProcessHandle.current().pid(), 36);
        primary(servers).perform("create database " + name);
        try (GatewayProcess gateway = new GatewayProcess(folder.resolve("gateway"))
                        .with("QUITTANCE_DB_URL", url(secondariesFirst(servers), name))
                        .start();
                TestMerchant shop = new TestMerchant("shop-group", "SHOP0000000009")) {
            shop.register(gateway, folder);
            for (Server next : secondariesFirst(servers)) {
                sendUntilAccepted(gateway, shop, 10);
                String id = next.asked("select @@server_uuid", String.class).orElseThrow();
                primary(servers).asked("select group_replication_set_as_primary('" + id + "')", String.class);
                Await.until("another primary", SOON, next::takesWrites);
                sendUntilAccepted(gateway, shop, 10);
            }

            Await.until(
                    () -> "all results; it printed:\n" + gateway.printed(),
                    SOON,
                    () -> told(shop).containsAll(accepted.keySet()));
            for (Notice notice : shop.notices()) {
                assertEquals(accepted.get(notice.about()), notice.number(), notice.about());
            }
        } finally {
            primary(servers).perform("drop database " + name);
        }
    }

    private static Set<String> told(TestMerchant shop) {
        return shop.notices().stream().map(Notice::about).collect(Collectors.toSet());
    }

    private void sendUntilAccepted(GatewayProcess gateway, TestMerchant shop, int many) {
        for (int i = 0; i < many; i++) {
            String request = "group-" + accepted.size();
            Await.until(() -> request + " is accepted; it printed:\n" + gateway.printed(), SOON, () -> {
                try {
                    Answer answer = shop.capture(gateway, request, "5");
                    boolean taken = answer.code().equals("APPLY_SUCCESS");
                    if (taken) {
                        accepted.put(request, answer.captureNo());
                    }
                    return taken;
                } catch (IOException e) {
                    throw new IllegalStateException(request, e);
                }
            });
        }
    }

    private static List<Server> servers(String named) {
        String rest = named.substring("jdbc:mysql://".length());
        int path = rest.indexOf('/');
        int options = rest.indexOf('?');
        return Stream.of(rest.substring(0, path).split(","))
                .map(host -> new Server(host, options < 0 ? "" : rest.substring(options)))
                .toList();
    }

    private static Server primary(List<Server> servers) {
        return servers.stream()
                .filter(Server::takesWrites)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server takes writes"));
    }

    private static List<Server> secondariesFirst(List<Server> servers) {
        List<Server> order = new ArrayList<>(servers);
        Server primary = primary(servers);
        order.remove(primary);
        order.add(primary);
        return order;
    }

    private static String url(List<Server> servers, String database) {
        return "jdbc:mysql://" + servers.stream().map(Server::host).collect(Collectors.joining(",")) + "/" + database
                + servers.getFirst().options();
    }
}
