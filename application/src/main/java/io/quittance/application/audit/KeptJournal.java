package io.quittance.application.audit;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The journal as it stands in its table, whatever was done to it, and what the orders' own rows say of it. Changes nothing. */
public interface KeptJournal {
    /** Orders of a kind, by their numbers, behind one. */
    List<Head> heads(ObjectRef.Kind kind, Months months, String behind, int limit);

    /**
     * Rows of a kind, by the order's number, the row's and its month, behind one.
     *
     * @param until the last order; empty for all that come
     */
    List<Row> rows(ObjectRef.Kind kind, Months months, Place behind, Optional<String> until, int limit);

    /** What stands of one order at one moment, in whatever month, however it moves meanwhile. */
    Whole whole(ObjectRef about);

    /** The same, and the order is locked until the end: call inside a transaction. */
    Whole locked(ObjectRef about);

    /** Months in which orders were created, both included, as 202603. */
    record Months(int from, int until) {
        public static final Months ALL = new Months(0, Integer.MAX_VALUE);
    }

    /** A row, wherever it stands: one place in a story may be taken in two months, by hand. */
    record Place(String number, int sequence, int month) {
        /** Behind all rows of that order. */
        public static Place behind(String number) {
            return new Place(number, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    /**
     * What an order's own row says of its journal.
     *
     * @param sequence of the newest row
     * @param seal the cell of the head's seal
     * @param own what it says besides
     */
    record Head(String number, int month, int sequence, Optional<Bytes> seal, OwnRow own) {
        public Head {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(seal, "seal");
            Objects.requireNonNull(own, "own");
        }
    }

    /**
     * A row of the journal.
     *
     * @param unreadable why the body cannot be read, without a word of it; then {@code told} has none
     * @param seal the cell of its seal
     */
    record Row(String number, int month, Told told, Optional<String> unreadable, Optional<Bytes> seal) {
        public Row {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(told, "told");
            Objects.requireNonNull(unreadable, "unreadable");
            Objects.requireNonNull(seal, "seal");
        }
    }

    /** An order's own row, if it is there, and its rows by sequence number. */
    record Whole(Optional<Head> head, List<Row> rows) {
        public Whole {
            Objects.requireNonNull(head, "head");
            rows = List.copyOf(rows);
        }
    }
}
