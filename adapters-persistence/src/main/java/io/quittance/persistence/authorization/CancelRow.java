package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Cancel.State;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A cancel as the table {@code cancel} holds it. */
record CancelRow(
        String cancelNo,
        long merchantId,
        String requestId,
        String outTradeNo,
        Instant createdAt,
        Optional<String> upstreamNo,
        String state,
        Optional<Instant> endedAt,
        Optional<Failure> failure) {
    static final String COLUMNS = """
        cancel_no, merchant_id, request_id, out_trade_no, created_at, \
        upstream_no, state, ended_at, failure_code, failure_message\
        """;

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";

    static CancelRow of(Cancel cancel) {
        return new CancelRow(
                cancel.id().value(),
                cancel.merchant().value(),
                cancel.request().value(),
                cancel.order().value(),
                cancel.createdAt(),
                cancel.upstreamNo().map(UpstreamCancelNo::value),
                switch (cancel.state()) {
                    case State.Pending() -> PENDING;
                    case State.Succeeded succeeded -> SUCCESS;
                    case State.Failed failed -> FAILED;
                },
                switch (cancel.state()) {
                    case State.Pending() -> Optional.empty();
                    case State.Succeeded succeeded -> Optional.of(succeeded.at());
                    case State.Failed failed -> Optional.of(failed.at());
                },
                cancel.state() instanceof State.Failed failed ? Optional.of(failed.why()) : Optional.empty());
    }

    static CancelRow read(Cells cells) throws SQLException {
        return new CancelRow(
                cells.identifier("cancel_no"),
                cells.whole("merchant_id"),
                cells.identifier("request_id"),
                cells.identifier("out_trade_no"),
                cells.instant("created_at"),
                cells.maybeIdentifier("upstream_no"),
                cells.text("state"),
                cells.maybeInstant("ended_at"),
                cells.maybeFailure());
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            identifier(cancelNo),
            merchantId,
            identifier(requestId),
            identifier(outTradeNo),
            createdAt,
            upstreamNo.map(Sql::identifier),
            state,
            endedAt,
            failure.map(Failure::code),
            failure.map(Failure::message)
        };
    }

    Cancel toCancel() {
        return new Cancel(
                new CancelId(cancelNo),
                new MerchantId(merchantId),
                new RequestId(requestId),
                new OutTradeNo(outTradeNo),
                createdAt,
                upstreamNo.map(UpstreamCancelNo::new),
                switch (state) {
                    case PENDING -> new State.Pending();
                    case SUCCESS -> new State.Succeeded(endedAt.orElseThrow());
                    case FAILED -> new State.Failed(endedAt.orElseThrow(), failure.orElseThrow());
                    default -> throw new IllegalStateException("cancel " + cancelNo + " in the state " + state);
                });
    }
}
