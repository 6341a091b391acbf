package io.quittance.bootstrap.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.bootstrap.faults.Order.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With as much of each table as is read. */
@DisplayName("The tables, as the judge of a fault run reads them")
class TablesTest {
    private Connection connection;

    @BeforeEach
    void tables() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=MySQL;DATABASE_TO_LOWER=TRUE;TIME ZONE=UTC");
        run("""
            create table capture (capture_no varbinary(64), merchant_id bigint, request_id varbinary(64),
              order_key varbinary(64), state varchar(16), overdue_at datetime(6));
            create table cancel (cancel_no varbinary(64), merchant_id bigint, request_id varbinary(64),
              order_key varbinary(64), state varchar(16), overdue_at datetime(6));
            create table payout (trade_no varbinary(64), out_trade_no varbinary(64), state varchar(16),
              overdue_at datetime(6), retired bigint);
            create table payment_link (link_id varbinary(64), merchant_link_id varbinary(64), state varchar(16),
              overdue_at datetime(6));
            create table payment (payment_no varbinary(64), out_trade_no varbinary(64), state varchar(16),
              overdue_at datetime(6));
            create table errand (object_id varbinary(64), step varchar(16), due_at datetime(6), attempt int,
              sending boolean);
            create table delivery (object_id varbinary(64), due_at datetime(6), attempt int, lane bigint);
            create table discrepancy (object_id varbinary(64));
            create table order_hold (merchant_id bigint, order_key varbinary(64), out_trade_no varbinary(64),
              amount decimal(38, 8), hold varchar(16));
            """);
    }

    private void run(String script) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(script);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static String bytes(String text) {
        return "stringtoutf8('" + text + "')";
    }

    @Test
    void tell_where_an_order_stands() throws SQLException {
        run("insert into payment values (" + bytes("N1") + ", " + bytes("P1") + ", 'SUCCESS', null)");
        run("insert into payout values (" + bytes("N2") + ", " + bytes("P2") + ", 'PENDING', now(), 0), (" + bytes("N3")
                + ", " + bytes("P2") + ", 'FAILED', null, 1)");

        Tables tables = Tables.read(connection);

        assertEquals(
                Map.of("P1", new Tables.Row("N1", "SUCCESS", false)),
                tables.orders().get(Kind.PAYMENT));
        assertEquals(
                Map.of("P2", new Tables.Row("N2", "PENDING", true)),
                tables.orders().get(Kind.PAYOUT));
    }

    @Test
    void tell_what_is_stuck() throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        run("insert into errand values (" + bytes("FRESH") + ", 'QUERY', '" + now.minusSeconds(60) + "', 1, false), ("
                + bytes("LATE") + ", 'QUERY', '" + now.minusMinutes(3) + "', 1, false), ("
                + bytes("ASIDE") + ", 'QUERY', null, 1, false)");
        run("insert into delivery values (" + bytes("LEFT") + ", '" + now + "', 2, 7), (" + bytes("PARKED")
                + ", null, 6, 7)");

        Tables tables = Tables.read(connection);

        assertEquals(
                List.of("errand about LATE", "errand about ASIDE", "delivery about LEFT", "delivery about PARKED"),
                tables.stuck().stream()
                        .map(one -> one.substring(0, one.indexOf(',')))
                        .toList());
        assertEquals(Set.of("FRESH", "LATE", "ASIDE"), tables.asking());
    }

    @Test
    void tell_what_is_kept_for_a_person() throws SQLException {
        run("insert into discrepancy values (" + bytes("N1") + "), (null)");

        assertEquals(Set.of("N1"), Tables.read(connection).contradicted());
    }

    @Test
    void tell_where_a_hold_stands_and_what_was_asked_of_it() throws SQLException {
        run("insert into order_hold values (1, " + bytes("o1") + ", " + bytes("O1") + ", 12.50, 'CAPTURING'), (2, "
                + bytes("o1") + ", " + bytes("Other") + ", null, null)");
        run("insert into capture values " + operation(1, "PENDING") + ", " + operation(1, "FAILED") + ", "
                + operation(2, "SUCCESS"));
        run("insert into cancel values " + operation(1, "SUCCESS") + ", " + operation(1, "PENDING") + ", "
                + operation(1, "PENDING"));

        assertEquals(
                Map.of(
                        "o1",
                        new Hold(
                                "o1",
                                "CAPTURING",
                                Optional.of(new BigDecimal("12.50000000")),
                                new Hold.Captures(1, 0),
                                new Hold.Cancels(2, 1)),
                        "other",
                        new Hold("other", "", Optional.empty(), new Hold.Captures(0, 1), new Hold.Cancels(0, 0))),
                Tables.read(connection).holds());
    }

    private static String operation(int merchant, String state) {
        return "(" + bytes("N") + ", " + merchant + ", " + bytes("R") + ", " + bytes("o1") + ", '" + state + "', null)";
    }
}
