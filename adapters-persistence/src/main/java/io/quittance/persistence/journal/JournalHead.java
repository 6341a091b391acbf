package io.quittance.persistence.journal;

import io.quittance.application.audit.Seal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the journal of an order hangs: on that order's own row, which holds, under its lock, the newest sequence number,
 * the head of the chain of seals, and the month by which the journal may be partitioned.
 *
 * @param kind of the orders in that table
 * @param number the table's primary key, the order's number
 */
public record JournalHead(ObjectRef.Kind kind, String table, String number) {
    /**
     * The month in which an order was created, in UTC, as 202603. Written once: a link that is renewed is created at
     * another time, but its story stays together.
     */
    public static <A> Columns<A> month(Function<A, Instant> createdAt) {
        return Columns.of("created_month", order -> {
            OffsetDateTime created = createdAt.apply(order).atOffset(ZoneOffset.UTC);
            return created.getYear() * 100 + created.getMonthValue();
        });
    }

    /**
     * What an order's row says of its journal.
     *
     * @param seal the head of its chain; empty if no row is sealed yet
     */
    record Newest(int sequence, int month, Optional<Seal> seal) {
        static Newest read(Cells cells) throws SQLException {
            return new Newest(
                    cells.integer("journal_seq"),
                    cells.integer("created_month"),
                    cells.maybeBytes("journal_mac").map(Bytes::of).flatMap(Seal::read));
        }
    }

    String find() {
        return "select journal_seq, created_month, journal_mac from " + table + " where " + number + " = ?";
    }

    String lock() {
        return find() + " for update";
    }

    String count() {
        return "update " + table + " set journal_seq = ?, journal_mac = ? where " + number + " = ?";
    }

    /** The month as a value within another statement; the order's number is bound to it. */
    public String monthOf() {
        return "(select created_month from " + table + " where " + number + " = ?)";
    }
}
