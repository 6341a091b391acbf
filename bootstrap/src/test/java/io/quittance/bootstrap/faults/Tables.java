package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.bootstrap.faults.Order.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where everything stands in the database, read by plain statements.
 *
 * @param asking the numbers of orders of which something is still asked
 * @param stuck what waits in a queue and should not
 * @param contradicted the numbers of orders about which something is kept for a person
 * @param holds by the authorized orders' numbers in small letters
 */
record Tables(
        Map<Kind, Map<String, Row>> orders,
        Set<String> asking,
        List<String> stuck,
        Set<String> contradicted,
        Map<String, Hold> holds) {
    /** An errand that has been due for so long is not being run; one that has no due time was set aside. */
    private static final Duration LATE = Duration.ofSeconds(90);

    /** @param overdue whether a person was asked to look */
    record Row(String number, String state, boolean overdue) {}

    static Tables read(Connection connection) throws SQLException {
        Map<Kind, Map<String, Row>> orders = new EnumMap<>(Kind.class);
        orders.put(Kind.CAPTURE, rows(connection, "capture_no, request_id, state, overdue_at from capture"));
        orders.put(Kind.CANCEL, rows(connection, "cancel_no, request_id, state, overdue_at from cancel"));
        orders.put(
                Kind.PAYOUT,
                rows(connection, "trade_no, out_trade_no, state, overdue_at from payout order by retired desc"));
        orders.put(Kind.LINK, rows(connection, "link_id, merchant_link_id, state, overdue_at from payment_link"));
        orders.put(Kind.PAYMENT, rows(connection, "payment_no, out_trade_no, state, overdue_at from payment"));
        Set<String> asking = new HashSet<>();
        List<String> stuck = new ArrayList<>();
        errands(connection, asking, stuck);
        deliveries(connection, stuck);
        return new Tables(orders, asking, stuck, contradicted(connection), holds(connection));
    }

    private static Map<String, Row> rows(Connection connection, String what) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select " + what)) {
            while (row.next()) {
                rows.put(text(row, 2), new Row(text(row, 1), row.getString(3), row.getString(4) != null));
            }
        }
        return rows;
    }

    private static void errands(Connection connection, Set<String> asking, List<String> stuck) throws SQLException {
        LocalDateTime late = LocalDateTime.now(ZoneOffset.UTC).minus(LATE);
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select object_id, step, due_at, attempt, sending from errand")) {
            while (row.next()) {
                asking.add(text(row, 1));
                String due = row.getString(3);
                if (due == null || LocalDateTime.parse(due.replace(' ', 'T')).isBefore(late)) {
                    stuck.add("errand about " + text(row, 1) + ", " + row.getString(2) + ", due at " + due
                            + ", attempt " + row.getInt(4) + ", sending " + row.getBoolean(5));
                }
            }
        }
    }

    private static void deliveries(Connection connection, List<String> stuck) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select object_id, due_at, attempt, lane from delivery")) {
            while (row.next()) {
                stuck.add("delivery about " + text(row, 1) + ", due at " + row.getString(2) + ", attempt "
                        + row.getInt(3) + ", lane " + row.getString(4));
            }
        }
    }

    private static Set<String> contradicted(Connection connection) throws SQLException {
        Set<String> numbers = new HashSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select object_id from discrepancy where object_id is not null")) {
            while (row.next()) {
                numbers.add(text(row, 1));
            }
        }
        return numbers;
    }

    private static Map<String, Hold> holds(Connection connection) throws SQLException {
        String counted = "(select count(*) from %1$s x where x.merchant_id = h.merchant_id"
                + " and x.order_key = h.order_key and x.state = '%2$s')";
        String statement = "select h.out_trade_no, h.hold, h.amount, %s, %s, %s, %s from order_hold h"
                .formatted(
                        counted.formatted("capture", "PENDING"),
                        counted.formatted("capture", "SUCCESS"),
                        counted.formatted("cancel", "PENDING"),
                        counted.formatted("cancel", "SUCCESS"));
        Map<String, Hold> holds = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(statement)) {
            while (row.next()) {
                String order = text(row, 1).toLowerCase(Locale.ROOT);
                holds.put(
                        order,
                        new Hold(
                                order,
                                Optional.ofNullable(row.getString(2)).orElse(""),
                                Optional.ofNullable(row.getBigDecimal(3)),
                                new Hold.Captures(row.getInt(4), row.getInt(5)),
                                new Hold.Cancels(row.getInt(6), row.getInt(7))));
            }
        }
        return holds;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), UTF_8);
    }
}
