package io.quittance.persistence.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.audit.Damage;
import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.Seal;
import io.quittance.application.audit.Told;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.store.JdbcStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast journals are verified: {@code -Daudit.rows=1000000} makes so many rows on MariaDB, or on the server that is named,
 * in orders of ten over twelve months, each row with a body of 700 bytes; and prints how long it takes to verify them.
 */
@DisplayName("A verification")
@EnabledIfSystemProperty(named = "audit.rows", matches = "[1-9][0-9]*")
class AuditRateTest {
    private static final int OF_ORDER = 10;
    private static final int ORDERS_AT_ONCE = 100;
    private static final Bytes BODY = Bytes.utf8("{\"data\":\"" + "x".repeat(690) + "\"}");

    @Test
    void of_a_million_rows_takes_minutes_and_finds_the_one_that_was_changed() {
        int orders = Integer.getInteger("audit.rows") / OF_ORDER;
        DatabaseSettings place = TestDatabases.external().orElseGet(TestDatabases::mariaDb);
        try (JdbcStore store = JdbcStore.open(place)) {
            Sql sql = store.database().sql();
            BodyCipher cipher = BodyCipher.of(new byte[BodyCipher.KEY_BYTES], new SecureRandom());
            for (int first = 0; first < orders; first += ORDERS_AT_ONCE) {
                fill(sql, cipher, first, Math.min(orders, first + ORDERS_AT_ONCE));
            }
            VerifyJournal verifying = new JournalVerifying(store.keptJournal(), JdbcStore.CHAIN);
            String some = number(orders / 2);
            sql.change("write by hand", "update journal set took_ms = 1 where object_id = ? and seq = 7", (Object)
                    Sql.identifier(some));

            long begun = System.nanoTime();
            long rows = 0;
            List<Damage> damages = new ArrayList<>();
            Optional<ObjectRef> behind = Optional.empty();
            do {
                VerifyJournal.Part part = verifying.part(Months.ALL, behind);
                rows += part.rows();
                damages.addAll(part.damages());
                behind = part.behind();
            } while (behind.isPresent());
            double seconds = (System.nanoTime() - begun) / 1e9;

            System.out.printf(
                    "Verified %d rows of %d orders in %.1f s, %.0f rows a second, with %d MB of heap at most%n",
                    rows, orders, seconds, rows / seconds, Runtime.getRuntime().maxMemory() >> 20);
            assertEquals(orders * (long) OF_ORDER, rows);
            assertEquals(
                    List.of(new ObjectRef(Kind.CAPTURE, some)),
                    damages.stream().map(Damage::about).toList());
            assertTrue(seconds < rows / 1_000.0, "a thousand rows a second at least");
        }
    }

    private static String number(int order) {
        return "C%09d".formatted(order);
    }

    private static void fill(Sql sql, BodyCipher cipher, int from, int until) {
        List<Object> heads = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        for (int i = from; i < until; i++) {
            ObjectRef about = new ObjectRef(Kind.CAPTURE, number(i));
            int month = 202601 + i % 12;
            Optional<Seal> head = Optional.empty();
            for (int sequence = 1; sequence <= OF_ORDER; sequence++) {
                JournalEntry entry = Given.note("something that happened to it").with(BODY);
                Seal seal = JdbcStore.CHAIN.row(about, head, Told.of(sequence, entry));
                head = Optional.of(JdbcStore.CHAIN.head(about, sequence, seal));
                Sealed body = cipher.seal(JournalRow.place(about, sequence), BODY.toArray());
                Collections.addAll(
                        rows,
                        Sql.identifier(about.id()),
                        month,
                        sequence,
                        entry.kind(),
                        entry.at(),
                        entry.note(),
                        body.content(),
                        body.keyId(),
                        seal.cell());
            }
            byte[] number = Sql.identifier(about.id());
            Collections.addAll(
                    heads,
                    number,
                    number,
                    number,
                    number,
                    month,
                    OF_ORDER,
                    head.orElseThrow().cell());
        }
        sql.change(
                "fill",
                "insert into capture (capture_no, request_id, out_trade_no, order_key, created_month, journal_seq,"
                    + " journal_mac, merchant_id, account_id, amount, currency, is_final, created_at, state) values "
                        + rows(until - from, "(?, ?, ?, ?, ?, ?, ?, 1, 1, 1, 'USD', true, '2026-03-02', 'SUCCESS')"),
                heads.toArray());
        sql.change(
                "fill",
                "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note, body,"
                        + " body_key, mac) values "
                        + rows((until - from) * OF_ORDER, "('CAPTURE', ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                rows.toArray());
    }

    private static String rows(int count, String row) {
        return String.join(", ", Collections.nCopies(count, row));
    }
}
