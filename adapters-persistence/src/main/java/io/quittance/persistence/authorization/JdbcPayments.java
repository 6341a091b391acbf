package io.quittance.persistence.authorization;

import io.quittance.application.authorization.Payments;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.JdbcOrders;

/** Payments in the table {@code payment}. */
public final class JdbcPayments extends JdbcOrders<Payment, PaymentId, OutTradeNo> implements Payments {
    public static final JournalHead HEAD = PaymentRow.HEAD;

    public JdbcPayments(Sql sql) {
        super(sql, PaymentRow.TABLE);
    }
}
