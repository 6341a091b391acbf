package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.authorization.Payments;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import java.util.Optional;

/** Payments in the table {@code payment}. */
public final class JdbcPayments implements Payments {
    private static final String ADD = """
        insert into payment (%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update payment_no = payment_no
        """.formatted(PaymentRow.COLUMNS);

    private static final String BY_ORDER = """
        select %s from payment where merchant_id = ? and out_trade_no = ?
        """.formatted(PaymentRow.COLUMNS);

    private static final String BY_NUMBER = """
        select %s from payment where payment_no = ?
        """.formatted(PaymentRow.COLUMNS);

    private static final String LOCKED = "for update";

    private static final String REPLACE = """
        update payment
        set capture_mode = ?, trade_token = ?, state = ?, ended_at = ?, failure_code = ?, failure_message = ?
        where payment_no = ?
        """;

    private final Sql sql;

    public JdbcPayments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Payment> add(Payment payment) {
        int changed = sql.change("add a payment", ADD, PaymentRow.of(payment).values());
        if (changed == 1) {
            return Optional.empty();
        }
        return Optional.of(find(payment.merchant(), payment.order())
                .orElseThrow(() -> new IllegalStateException("payment number " + payment.id() + " was given twice")));
    }

    @Override
    public Optional<Payment> find(MerchantId merchant, OutTradeNo order) {
        return byOrder("find a payment", BY_ORDER, merchant, order);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return sql.first("find a payment", BY_NUMBER, PaymentRow::read, identifier(id.value()))
                .map(PaymentRow::toPayment);
    }

    @Override
    public Optional<Payment> lock(MerchantId merchant, OutTradeNo order) {
        return byOrder("lock a payment", BY_ORDER + LOCKED, merchant, order);
    }

    private Optional<Payment> byOrder(String purpose, String query, MerchantId merchant, OutTradeNo order) {
        return sql.first(purpose, query, PaymentRow::read, merchant.value(), identifier(order.value()))
                .map(PaymentRow::toPayment);
    }

    @Override
    public void replace(Payment next) {
        PaymentRow row = PaymentRow.of(next);
        int changed = sql.change(
                "replace a payment",
                REPLACE,
                row.captureMode(),
                row.tradeToken().map(Sql::identifier),
                row.state(),
                row.endedAt(),
                row.failure().map(Failure::code),
                row.failure().map(Failure::message),
                identifier(row.paymentNo()));
        if (changed == 0 && find(next.id()).isEmpty()) {
            throw new IllegalStateException("there is no payment " + next.id() + " to replace");
        }
    }
}
