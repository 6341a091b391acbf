package io.quittance.persistence.journal;

import io.quittance.application.journal.ObjectRef;

/**
 * Where the journal of an order hangs: on that order's own row, which holds the newest sequence number, under its lock.
 *
 * @param kind of the orders in that table
 * @param number the table's primary key, the order's number
 */
public record JournalHead(ObjectRef.Kind kind, String table, String number) {
    String locked() {
        return "select journal_seq from " + table + " where " + number + " = ? for update";
    }

    String counted() {
        return "update " + table + " set journal_seq = ? where " + number + " = ?";
    }
}
