package io.quittance.persistence.simulator;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.database.Cells;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code simulated_order}. */
record SimulatedOrderRow(
        String orderNo,
        long merchantId,
        String operation,
        String requestId,
        String outTradeNo,
        BigDecimal amount,
        String currency,
        boolean last,
        Instant createdAt,
        String verdict,
        Optional<Failure> failure,
        Instant settledAt,
        Optional<Instant> dueAt,
        int attempts) {
    static final String COLUMNS = """
        order_no, merchant_id, operation, request_id, out_trade_no, amount, currency, is_final, created_at, verdict, \
        failure_code, failure_message, settled_at, due_at, attempts\
        """;

    static SimulatedOrderRow of(SimulatedOrder order) {
        return new SimulatedOrderRow(
                order.number(),
                order.merchant().value(),
                order.operation(),
                order.request(),
                order.outTradeNo(),
                order.amount().amount(),
                order.amount().currency().code(),
                order.last(),
                order.createdAt(),
                order.verdict().name(),
                order.failure(),
                order.settledAt(),
                order.dueAt(),
                order.attempts());
    }

    static SimulatedOrderRow read(Cells cells) throws SQLException {
        return new SimulatedOrderRow(
                cells.identifier("order_no"),
                cells.whole("merchant_id"),
                cells.text("operation"),
                cells.identifier("request_id"),
                cells.identifier("out_trade_no"),
                cells.decimal("amount"),
                cells.text("currency"),
                cells.flag("is_final"),
                cells.instant("created_at"),
                cells.text("verdict"),
                cells.maybeFailure(),
                cells.instant("settled_at"),
                cells.maybeInstant("due_at"),
                cells.integer("attempts"));
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(orderNo),
            merchantId,
            operation,
            identifier(requestId),
            identifier(outTradeNo),
            amount,
            currency,
            last,
            createdAt,
            verdict,
            failure.map(Failure::code),
            failure.map(Failure::message),
            settledAt,
            dueAt,
            attempts
        };
    }

    SimulatedOrder toOrder() {
        return new SimulatedOrder(
                orderNo,
                new MerchantId(merchantId),
                operation,
                requestId,
                outTradeNo,
                new Money(amount, new Currency(currency)),
                last,
                createdAt,
                SimulatedOrder.Verdict.valueOf(verdict),
                failure,
                settledAt,
                dueAt,
                attempts);
    }
}
