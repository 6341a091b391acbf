package io.quittance.persistence.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.store.Given;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JdbcDiscrepancies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** So many rows in every table that a server finds an index worth its while; those of {@link PlansTest} come on top. */
public final class ManyRows {
    private static final int ROWS = 5_000;

    private ManyRows() {}

    public static void fill(Sql sql) {
        rows(sql);
        analyze(sql);
    }

    /** The same, where the database keeps its counts by itself. */
    public static void rows(Sql sql) {
        String from = "2026-03-02 00:00:0";
        insert(
                sql,
                "capture (capture_no, merchant_id, account_id, request_id, out_trade_no, order_key, amount, currency,"
                        + " is_final, created_month, created_at, state, overdue_at)",
                i -> "('C" + i + "', 1, 1, 'R" + i + "', 'O" + i / 2 + "', 'o" + i / 2 + "', 1, 'USD', true, 202603, '"
                        + from + i % 10
                        + "', 'PENDING', "
                        + (i % 100 == 0 ? "'" + from + "1'" : "null") + ")");
        insert(
                sql,
                "payout (trade_no, merchant_id, account_id, out_trade_no, order_key, attempt, amount, currency,"
                    + " created_month, created_at, state, turned_away, particulars_body, particulars_key, overdue_at)",
                i -> "('T" + i + "', 1, 1, 'O" + i + "', 'o" + i + "', 1, 1, 'USD', 202603, '" + from + i % 10
                        + "', 'PENDING', false, 'b', 'k', " + (i % 100 == 0 ? "'" + from + "1'" : "null") + ")");
        insert(
                sql,
                "cancel (cancel_no, merchant_id, account_id, request_id, out_trade_no, order_key, created_month,"
                        + " created_at, state, overdue_at)",
                i -> "('N" + i + "', 1, 1, 'R" + i + "', 'O" + i / 2 + "', 'o" + i / 2 + "', 202603, '" + from + i % 10
                        + "', 'PENDING', " + (i % 100 == 0 ? "'" + from + "1'" : "null") + ")");
        insert(sql, "order_hold (merchant_id, order_key, out_trade_no)", i -> "(1, 'o" + i + "', 'O" + i + "')");
        insert(
                sql,
                "payment (payment_no, merchant_id, account_id, out_trade_no, order_key, amount, currency, capture_mode,"
                        + " created_month, created_at, state)",
                i -> "('P" + i + "', 1, 1, 'O" + i + "', 'o" + i + "', 1, 'USD', 'MANUAL', 202603, '" + from + i % 10
                        + "', 'PENDING')");
        insert(
                sql,
                "relay (relay_no, merchant_id, account_id, api, created_month, asked_at)",
                i -> "('L" + i + "', 1, 1, 'orderQuery', 202603, '" + from + i % 10 + "')");
        insert(
                sql,
                "foreign_news (news_no, merchant_id, account_id, notify_type, subject, created_month, heard_at)",
                i -> "('F" + i + "', 1, 1, 'REFUND', 'S" + i + "', 202603, '" + from + i % 10 + "')");
        insert(
                sql,
                "payment_link (link_id, merchant_id, account_id, merchant_link_id, amount, currency, country, digest,"
                        + " offer_body, offer_key, created_month, created_at, expires_at, opening, asking_unsure,"
                        + " page_url, qr_code_url, state)",
                i -> "('L" + i + "', 1, 1, 'M" + i + "', 1, 'IDR', 'ID', 'd', 'b', 'k', 202603, '" + from + "1', '"
                        + from + "2', 'OPENED', false, 'u', 'q', 'ACTIVE')");
        insert(
                sql,
                "payment_link_transaction (link_id, out_trade_no, status)",
                i -> "('L" + i / 2 + "', 'T" + i + "', 'PENDING')");
        insert(
                sql,
                "journal (object_kind, object_id, object_month, seq, kind, happened_at, note, fingerprint)",
                i -> "('CAPTURE', 'C" + i + "', 202603, 1000, 'OWED', '" + from + "1', 'owed', lpad('" + i
                        + "', 64, '0'))");
        insert(
                sql,
                "discrepancy (merchant_id, fingerprint, key_id, body, body_key, why, happened_at, ended)",
                i -> "(" + (2 + i % 50) + ", lpad('" + i + "', 64, '0'), 'k', 'b', 'k', 'w', '" + from + "1', "
                        + (i % 100 == 0 ? "null" : "'CLOSED'") + ")");
        insert(
                sql,
                "errand (shard, lane, due_at, object_kind, object_id, merchant_id, account_id, step, attempt, sending,"
                        + " unsure)",
                i -> "(" + i % 64 + ", 1, '2026-03-01 12:1" + i % 10 + ":00', 'CAPTURE', 'C" + i
                        + "', 1, 1, 'SUBMIT', 0, false, false)");
        insert(
                sql,
                "delivery (shard, lane, due_at, object_kind, object_id, object_month, owed, merchant_id,"
                        + " dialect, attempt)",
                i -> "("
                        + i % 64 + ", 1, " + (i % 50 == 0 ? "null" : "'2026-03-01 12:1" + i % 10 + ":00'")
                        + ", 'CAPTURE', 'C" + i
                        + "', 202603, 1000, 1, 'ENVELOPED', 0)");
        insert(
                sql,
                "simulated_order (order_no, shard, merchant_id, account_id, operation, request_id, asked_body,"
                        + " asked_key, created_at, verdict, settled_at, due_at, told, attempts)",
                i -> "('S" + i
                        + "', " + i % 64 + ", 1, 1, 'capture', 'R" + i + "', 'O', 'key', '" + from + "1', 'SUCCESS', '"
                        + from
                        + "1', "
                        + (i % 5 == 0 ? "'2026-03-01 12:10:00'" : "null") + ", 0, 0)");
        JdbcDiscrepancies discrepancies = new JdbcDiscrepancies(sql, PlansTest.CIPHER);
        for (int i = 0; i < 100; i++) {
            discrepancies.open(new Discrepancy(
                    PlansTest.MERCHANT, Optional.empty(), Given.message("message " + i), "why", Given.NOON));
        }
    }

    private static void analyze(Sql sql) {
        List<String> analyzed = new ArrayList<>();
        for (String table : List.of(
                "capture",
                "payout",
                "cancel",
                "order_hold",
                "payment",
                "relay",
                "foreign_news",
                "payment_link",
                "payment_link_transaction",
                "journal",
                "discrepancy",
                "errand",
                "delivery",
                "simulated_order")) {
            analyzed.addAll(sql.list("analyze", "analyze table " + table, cells -> cells.text("msg_text")));
        }
        assertTrue(analyzed.contains("OK"), analyzed.toString());
    }

    private static void insert(Sql sql, String into, IntFunction<String> row) {
        for (int first = 0; first < ROWS; first += 1000) {
            String rows = IntStream.range(first, first + 1000).mapToObj(row).collect(Collectors.joining(", "));
            sql.change("fill a table", "insert into " + into + " values " + rows);
        }
    }
}
