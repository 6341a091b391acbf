package io.quittance.persistence.retention;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.persistence.journal.JournalHead;
import java.util.Collections;

/** The statements by which orders of one kind are looked through; {@code o} is the order. */
final class OldOrderSql {
    /** What keeps an order, whatever its kind. The values are the last month that is old, and since when news is none. */
    private static final String NEEDED = """
        (o.created_month > ? %3$s
          or exists (select 1 from errand e where e.object_kind = '%1$s' and e.object_id = o.%2$s)
          or exists (select 1 from delivery d where d.object_kind = '%1$s' and d.object_id = o.%2$s)
          or exists (select 1 from discrepancy x where x.object_kind = '%1$s' and x.object_id = o.%2$s)
          or exists (select 1 from journal j where j.object_kind = '%1$s' and j.object_id = o.%2$s
            and j.seq = o.journal_seq and j.object_month = o.created_month and j.happened_at >= ?))
        """;

    private final Kind kind;
    private final JournalHead head;
    private final String shared;

    OldOrderSql(JournalHead head) {
        this.kind = head.kind();
        this.head = head;
        this.shared = Household.of(kind).shared() ? ", " + Household.KEY : "";
    }

    /** What keeps an order of that kind besides: it has not ended, or a person must look. */
    private static String open(Kind kind) {
        return switch (kind) {
            case CAPTURE, CANCEL, PAYMENT, PAYOUT -> "or o.state = 'PENDING' or o.overdue_at is not null";
            case PAYMENT_LINK -> "or o.state = 'ACTIVE' or o.asking_until is not null or o.overdue_at is not null";
            case RELAY, NEWS -> "";
        };
    }

    private String columns() {
        return head.number() + " as number, created_month" + shared;
    }

    /** A range and a filter, as in the queues: months from and until, that of the place, its number, how many. */
    String old() {
        return "select " + columns() + " from " + head.table() + " where created_month between ? and ?"
                + " and (created_month > ? or " + head.number() + " > ?) order by created_month, " + head.number()
                + " limit ?";
    }

    /** All orders of one household, locked. */
    String ofHousehold() {
        return "select " + columns() + " from " + head.table() + " where " + Household.BY_KEY + " for update";
    }

    /** The orders with these numbers, locked. */
    String ofNumbers(int count) {
        return "select " + columns() + " from " + head.table() + " where " + head.number() + " in " + marks(count)
                + " order by " + head.number() + " for update";
    }

    /** Which of them are still needed; the values of {@link #NEEDED} come behind the numbers. */
    String needed(int count) {
        return "select " + head.number() + " as number from " + head.table() + " o where o." + head.number() + " in "
                + marks(count) + " and " + NEEDED.formatted(kind, head.number(), open(kind));
    }

    String delete(int count) {
        return "delete from " + head.table() + " where " + head.number() + " in " + marks(count);
    }

    /** The month, then the numbers. */
    String deleteStories(int count) {
        return "delete from journal where object_kind = '" + kind + "' and object_month = ? and object_id in "
                + marks(count);
    }

    /** The month to go to, then the number. */
    String carry() {
        return "update " + head.table() + " set created_month = ? where " + head.number() + " = ?";
    }

    /** The month to go to, the number, the month to leave; in the journal and in what is owed alike. */
    String carry(String table) {
        return "update " + table + " set object_month = ? where object_kind = '" + kind
                + "' and object_id = ? and object_month = ?";
    }

    String left() {
        return "select created_month from " + head.table() + " where created_month <= ? limit 1";
    }

    String oldest() {
        return "select min(created_month) as oldest from " + head.table();
    }

    static String marks(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
