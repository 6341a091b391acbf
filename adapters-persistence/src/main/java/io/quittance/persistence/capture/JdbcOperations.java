package io.quittance.persistence.capture;

import io.quittance.application.capture.OrderOperations;
import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.JdbcOrders;

/** Captures in the table {@code capture}, cancels in the table {@code cancel}. */
public final class JdbcOperations implements OrderOperations {
    public static final JournalHead CAPTURES_HEAD = OperationRow.CAPTURES.head();
    public static final JournalHead CANCELS_HEAD = OperationRow.CANCELS.head();

    private final Orders<Operation, OperationId, Key> captures;
    private final Orders<Operation, OperationId, Key> cancels;

    public JdbcOperations(Sql sql) {
        captures = new JdbcOrders<>(sql, OperationRow.CAPTURES);
        cancels = new JdbcOrders<>(sql, OperationRow.CANCELS);
    }

    @Override
    public Orders<Operation, OperationId, Key> of(Sort sort) {
        return switch (sort) {
            case CAPTURE -> captures;
            case CANCEL -> cancels;
        };
    }
}
