package io.quittance.persistence.capture;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.State;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
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

/** A capture as the table {@code capture} holds it. */
record CaptureRow(
        String captureNo,
        long merchantId,
        String requestId,
        String outTradeNo,
        BigDecimal amount,
        String currency,
        boolean last,
        Instant createdAt,
        Optional<String> upstreamNo,
        String state,
        Optional<Instant> endedAt,
        Optional<Failure> failure) {
    static final String COLUMNS = """
        capture_no, merchant_id, request_id, out_trade_no, amount, currency, is_final, created_at, \
        upstream_no, state, ended_at, failure_code, failure_message\
        """;

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";

    static CaptureRow of(Capture capture) {
        return new CaptureRow(
                capture.id().value(),
                capture.merchant().value(),
                capture.request().value(),
                capture.order().value(),
                capture.amount().amount(),
                capture.amount().currency().code(),
                capture.last(),
                capture.createdAt(),
                capture.upstreamNo().map(UpstreamCaptureNo::value),
                switch (capture.state()) {
                    case State.Pending() -> PENDING;
                    case State.Succeeded succeeded -> SUCCESS;
                    case State.Failed failed -> FAILED;
                },
                switch (capture.state()) {
                    case State.Pending() -> Optional.empty();
                    case State.Succeeded succeeded -> Optional.of(succeeded.at());
                    case State.Failed failed -> Optional.of(failed.at());
                },
                capture.state() instanceof State.Failed failed ? Optional.of(failed.why()) : Optional.empty());
    }

    static CaptureRow read(Cells cells) throws SQLException {
        return new CaptureRow(
                cells.identifier("capture_no"),
                cells.whole("merchant_id"),
                cells.identifier("request_id"),
                cells.identifier("out_trade_no"),
                cells.decimal("amount"),
                cells.text("currency"),
                cells.flag("is_final"),
                cells.instant("created_at"),
                cells.maybeIdentifier("upstream_no"),
                cells.text("state"),
                cells.maybeInstant("ended_at"),
                cells.maybeFailure());
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(captureNo),
            merchantId,
            identifier(requestId),
            identifier(outTradeNo),
            amount,
            currency,
            last,
            createdAt,
            upstreamNo.map(Sql::identifier),
            state,
            endedAt,
            failure.map(Failure::code),
            failure.map(Failure::message)
        };
    }

    Capture toCapture() {
        return new Capture(
                new CaptureId(captureNo),
                new MerchantId(merchantId),
                new RequestId(requestId),
                new OutTradeNo(outTradeNo),
                new Money(amount, new Currency(currency)),
                last,
                createdAt,
                upstreamNo.map(UpstreamCaptureNo::new),
                switch (state) {
                    case PENDING -> new State.Pending();
                    case SUCCESS -> new State.Succeeded(endedAt.orElseThrow());
                    case FAILED -> new State.Failed(endedAt.orElseThrow(), failure.orElseThrow());
                    default -> throw new IllegalStateException("capture " + captureNo + " in the state " + state);
                });
    }
}
