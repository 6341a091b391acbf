package io.quittance.persistence.lifecycle;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the orders of one kind stand in their table. What all tables have alike is not said here: {@code merchant_id}, {@code
 * overdue_at}, and what the journal keeps on an order's row.
 *
 * @param number our number of an order, in the column that the head names
 * @param ended whether it counts as overdue no longer
 * @param fixed what is decided when an order is made and never changes; without number, merchant and key
 * @param moving what a move may change
 */
public record OrderTable<A, I, K>(
        JournalHead head,
        Id<A, I> number,
        Key<A, K> key,
        Predicate<A> ended,
        Columns<A> fixed,
        Columns<A> moving,
        Cells.Reader<A> read) {

    /** How an order tells an id, and the text of that. */
    public record Id<A, I>(Function<A, I> in, Function<I, String> text) {
        byte[] bound(I id) {
            return Sql.identifier(text.apply(id));
        }

        byte[] boundIn(A order) {
            return bound(in.apply(order));
        }
    }

    /** What merchants call their orders. @param only which rows are found by it, as a condition; empty for all */
    public record Key<A, K>(String column, Function<A, MerchantId> merchant, Id<A, K> id, String only) {
        public Key(String column, Function<A, MerchantId> merchant, Function<A, K> in, Function<K, String> text) {
            this(column, merchant, new Id<>(in, text), "");
        }

        /** The same, of some rows only. */
        public Key<A, K> where(String condition) {
            return new Key<>(column, merchant, id, " and " + condition);
        }
    }

    /** All columns of a row in the order in which they are inserted. */
    Columns<A> all() {
        return Columns.of(
                Columns.of(head.number(), number::boundIn),
                Columns.of("merchant_id", order -> key.merchant().apply(order).value()),
                Columns.of(key.column(), key.id()::boundIn),
                fixed,
                moving);
    }

    /** As a person calls them, in the singular. */
    String noun() {
        return head.table().replace('_', ' ');
    }
}
