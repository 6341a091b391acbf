package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a server whether it takes writes, on a fresh connection. A connection that can only read is worse than none: what
 * it reads may be old, and nothing can be promised over it.
 */
final class WriteCheck {
    private static final String GROUP_NAME = "group_replication_group_name";

    private static final String VARIABLES = """
        show global variables where variable_name in
          ('read_only', 'super_read_only', 'group_replication_group_name', 'wsrep_on')
        """;

    private static final String GROUP = """
        select member_state, member_role, member_id = @@server_uuid as own
        from performance_schema.replication_group_members
        """;

    private static final String GALERA =
            "show global status where variable_name in ('wsrep_ready', 'wsrep_cluster_status')";

    /** Two kinds of "may not", and "no such table". */
    private static final Set<Integer> NOT_READABLE = Set.of(1142, 1044, 1146);

    private WriteCheck() {}

    /** @throws TakesNoWrites if it does not */
    static void require(Connection connection) throws SQLException {
        Map<String, String> variables = pairs(connection, VARIABLES);
        for (String variable : Set.of("read_only", "super_read_only")) {
            String value = variables.getOrDefault(variable, "OFF");
            if (!value.equals("OFF")) {
                throw new TakesNoWrites(variable + " is " + value);
            }
        }
        if (variables.containsKey(GROUP_NAME)) {
            requireInGroup(connection);
        }
        if ("ON".equals(variables.get("wsrep_on"))) {
            requireInCluster(connection);
        }
    }

    /** Whether we may ask how a server stands in its group; true where there is none. */
    static boolean seesItsGroup(Connection connection) throws SQLException {
        return !pairs(connection, VARIABLES).containsKey(GROUP_NAME)
                || members(connection).isPresent();
    }

    /** A server that was started again is no member and may be written for a moment: what it took then would be lost. */
    private static void requireInGroup(Connection connection) throws SQLException {
        List<Member> members = members(connection).orElse(List.of());
        if (members.isEmpty()) {
            return;
        }
        Optional<Member> own = members.stream().filter(Member::own).findFirst();
        if (own.filter(one -> one.state().equals("ONLINE") && one.role().equals("PRIMARY"))
                .isEmpty()) {
            throw new TakesNoWrites("in its group it is "
                    + own.map(one -> one.state() + " " + one.role()).orElse("no member"));
        }
        long unreachable = members.stream()
                .filter(one -> one.state().equals("UNREACHABLE"))
                .count();
        if (2 * unreachable >= members.size()) {
            throw new TakesNoWrites("its group has lost the majority");
        }
    }

    /** As a server sees it. */
    private record Member(String state, String role, boolean own) {}

    /** Empty if our user may not see them. */
    private static Optional<List<Member>> members(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GROUP);
                ResultSet rows = statement.executeQuery()) {
            List<Member> members = new ArrayList<>();
            while (rows.next()) {
                members.add(new Member(
                        rows.getString("member_state"), rows.getString("member_role"), rows.getBoolean("own")));
            }
            return Optional.of(members);
        } catch (SQLException e) {
            if (NOT_READABLE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void requireInCluster(Connection connection) throws SQLException {
        Map<String, String> status = pairs(connection, GALERA);
        if (!"ON".equals(status.getOrDefault("wsrep_ready", "ON"))
                || !"Primary".equals(status.getOrDefault("wsrep_cluster_status", "Primary"))) {
            throw new TakesNoWrites("its cluster is not ready");
        }
    }

    private static Map<String, String> pairs(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            Map<String, String> pairs = new HashMap<>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        }
    }
}
