package io.quittance.persistence.simulator;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code simulated_order}. */
record SimulatedOrderRow(
        String orderNo,
        int shard,
        long merchantId,
        long accountId,
        String operation,
        String requestId,
        Sealed asked,
        Instant createdAt,
        String verdict,
        Optional<Failure> failure,
        Instant settledAt,
        Optional<Instant> dueAt,
        int told,
        int attempts) {
    static final String COLUMNS = """
        order_no, shard, merchant_id, account_id, operation, request_id, asked_body, asked_key, created_at, verdict, \
        failure_code, failure_message, settled_at, due_at, told, attempts\
        """;

    static SimulatedOrderRow of(SimulatedOrder order, BodyCipher cipher) {
        return new SimulatedOrderRow(
                order.number(),
                order.shard().number(),
                order.merchant().value(),
                order.account().value(),
                order.operation(),
                order.request(),
                cipher.seal(
                        place(order.merchant().value(), order.operation(), order.request()),
                        order.asked().toArray()),
                order.createdAt(),
                order.verdict().name(),
                order.failure(),
                order.settledAt(),
                order.dueAt(),
                order.told(),
                order.attempts());
    }

    static SimulatedOrderRow read(Cells cells) throws SQLException {
        return new SimulatedOrderRow(
                cells.identifier("order_no"),
                cells.integer("shard"),
                cells.whole("merchant_id"),
                cells.whole("account_id"),
                cells.text("operation"),
                cells.identifier("request_id"),
                new Sealed(cells.bytes("asked_body"), cells.text("asked_key")),
                cells.instant("created_at"),
                cells.text("verdict"),
                cells.maybeFailure(),
                cells.instant("settled_at"),
                cells.maybeInstant("due_at"),
                cells.integer("told"),
                cells.integer("attempts"));
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(orderNo),
            shard,
            merchantId,
            accountId,
            operation,
            identifier(requestId),
            asked.content(),
            asked.keyId(),
            createdAt,
            verdict,
            failure.map(Failure::code),
            failure.map(Failure::message),
            settledAt,
            dueAt,
            told,
            attempts
        };
    }

    private static String place(long merchant, String operation, String request) {
        return "simulated " + operation + " " + request + " of merchant " + merchant;
    }

    SimulatedOrder toOrder(BodyCipher cipher) {
        return new SimulatedOrder(
                orderNo,
                new MerchantId(merchantId),
                new AccountId(accountId),
                operation,
                requestId,
                Bytes.of(cipher.open(place(merchantId, operation, requestId), asked)),
                createdAt,
                SimulatedOrder.Verdict.valueOf(verdict),
                failure,
                settledAt,
                dueAt,
                told,
                attempts);
    }
}
