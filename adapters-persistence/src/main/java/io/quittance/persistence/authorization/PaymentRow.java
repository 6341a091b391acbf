package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A payment as the table {@code payment} holds it. */
record PaymentRow(
        String paymentNo,
        long merchantId,
        String outTradeNo,
        BigDecimal amount,
        String currency,
        String captureMode,
        Instant createdAt,
        Optional<String> tradeToken,
        String state,
        Optional<Instant> endedAt,
        Optional<Failure> failure) {
    static final String COLUMNS = """
        payment_no, merchant_id, out_trade_no, amount, currency, capture_mode, created_at, \
        trade_token, state, ended_at, failure_code, failure_message\
        """;

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";
    private static final String CLOSED = "CLOSED";

    static PaymentRow of(Payment payment) {
        return new PaymentRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().value(),
                payment.amount().amount(),
                payment.amount().currency().code(),
                payment.mode().name(),
                payment.createdAt(),
                payment.token().map(TradeToken::value),
                switch (payment.state()) {
                    case State.Awaited _ -> PENDING;
                    case State.Succeeded _ -> SUCCESS;
                    case State.Failed _ -> FAILED;
                    case State.Closed _ -> CLOSED;
                },
                switch (payment.state()) {
                    case State.Awaited _ -> Optional.empty();
                    case State.Succeeded succeeded -> Optional.of(succeeded.at());
                    case State.Failed failed -> Optional.of(failed.at());
                    case State.Closed closed -> Optional.of(closed.at());
                },
                switch (payment.state()) {
                    case State.Awaited _, State.Succeeded _ -> Optional.empty();
                    case State.Failed failed -> Optional.of(failed.why());
                    case State.Closed closed -> Optional.of(closed.why());
                });
    }

    static PaymentRow read(Cells cells) throws SQLException {
        return new PaymentRow(
                cells.identifier("payment_no"),
                cells.whole("merchant_id"),
                cells.identifier("out_trade_no"),
                cells.decimal("amount"),
                cells.text("currency"),
                cells.text("capture_mode"),
                cells.instant("created_at"),
                cells.maybeIdentifier("trade_token"),
                cells.text("state"),
                cells.maybeInstant("ended_at"),
                cells.maybeFailure());
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(paymentNo),
            merchantId,
            identifier(outTradeNo),
            amount,
            currency,
            captureMode,
            createdAt,
            tradeToken.map(Sql::identifier),
            state,
            endedAt,
            failure.map(Failure::code),
            failure.map(Failure::message)
        };
    }

    Payment toPayment() {
        return new Payment(
                new PaymentId(paymentNo),
                new MerchantId(merchantId),
                new OutTradeNo(outTradeNo),
                new Money(amount, new Currency(currency)),
                Payment.Mode.valueOf(captureMode),
                createdAt,
                tradeToken.map(TradeToken::new),
                switch (state) {
                    case PENDING -> new State.Awaited();
                    case SUCCESS -> new State.Succeeded(endedAt.orElseThrow());
                    case FAILED -> new State.Failed(endedAt.orElseThrow(), failure.orElseThrow());
                    case CLOSED -> new State.Closed(endedAt.orElseThrow(), failure.orElseThrow());
                    default -> throw new IllegalStateException("payment " + paymentNo + " in the state " + state);
                });
    }
}
