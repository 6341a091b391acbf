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
 * @param open which orders may be overdue
 * @param fixed what is decided when an order is made and never changes; without number, merchant and key
 * @param moving what a move may change
 */
public record OrderTable<A, I, K>(
        JournalHead head,
        Id<A, I> number,
        Key<A, K> key,
        Open<A> open,
        Columns<A> fixed,
        Columns<A> moving,
        Cells.Reader<A> read) {

    /** Which have not ended. @param state what the column {@code state} says of them and of no others */
    public record Open<A>(String state, Predicate<A> order) {}

    /** How an order tells an id, and the text of that. */
    public record Id<A, I>(Function<A, I> in, Function<I, String> text, Function<String, I> read) {
        /** One that is never read alone. */
        public Id(Function<A, I> in, Function<I, String> text) {
            this(in, text, _ -> {
                throw new IllegalStateException("read with its order only");
            });
        }

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
