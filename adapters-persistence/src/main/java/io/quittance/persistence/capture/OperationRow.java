package io.quittance.persistence.capture;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An operation as the table of its sort holds it; what tells the two tables apart stands in {@link #fixed}. */
record OperationRow(Operation operation) {
    /** What a move may change. */
    static final List<String> MOVING = List.of("upstream_no", "state", "ended_at", "failure_code", "failure_message");

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";

    static String table(Sort sort) {
        return switch (sort) {
            case CAPTURE -> "capture";
            case CANCEL -> "cancel";
        };
    }

    static String number(Sort sort) {
        return table(sort) + "_no";
    }

    /** What is decided when it is made and never changes. */
    private static List<String> fixed(Sort sort) {
        List<String> both = List.of(number(sort), "merchant_id", "request_id", "out_trade_no", "created_at");
        return switch (sort) {
            case CAPTURE ->
                Stream.concat(both.stream(), Stream.of("amount", "currency", "is_final"))
                        .toList();
            case CANCEL -> both;
        };
    }

    static List<String> columns(Sort sort) {
        return Stream.concat(fixed(sort).stream(), MOVING.stream()).toList();
    }

    /** What {@link #columns} names, in that order. */
    Object[] values() {
        List<Object> values = new ArrayList<>();
        values.add(identifier(operation.id().value()));
        values.add(operation.merchant().value());
        values.add(identifier(operation.request().value()));
        values.add(identifier(operation.order().value()));
        values.add(operation.createdAt());
        if (operation instanceof Capture capture) {
            values.add(capture.amount().amount());
            values.add(capture.amount().currency().code());
            values.add(capture.last());
        }
        values.addAll(moving());
        return values.toArray();
    }

    /** What {@link #MOVING} names, in that order. */
    List<Object> moving() {
        Optional<Failure> failure =
                operation.state() instanceof State.Failed(var _, var why) ? Optional.of(why) : Optional.empty();
        return List.of(
                operation.upstreamNo().map(UpstreamNo::value).map(Sql::identifier),
                state(),
                endedAt(),
                failure.map(Failure::code),
                failure.map(Failure::message));
    }

    private String state() {
        return switch (operation.state()) {
            case State.Pending _ -> PENDING;
            case State.Succeeded _ -> SUCCESS;
            case State.Failed _ -> FAILED;
        };
    }

    private Optional<Instant> endedAt() {
        return switch (operation.state()) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(at);
            case State.Failed(var at, var _) -> Optional.of(at);
        };
    }

    static Operation read(Sort sort, Cells cells) throws SQLException {
        String number = cells.identifier(number(sort));
        Asked asked = new Asked(
                new MerchantId(cells.whole("merchant_id")),
                new RequestId(cells.identifier("request_id")),
                new OutTradeNo(cells.identifier("out_trade_no")),
                cells.instant("created_at"));
        Optional<UpstreamNo> upstreamNo = cells.maybeIdentifier("upstream_no").map(UpstreamNo::new);
        State state = state(number, cells);
        return switch (sort) {
            case CAPTURE ->
                new Capture(
                        new CaptureId(number),
                        asked,
                        new Money(cells.decimal("amount"), new Currency(cells.text("currency"))),
                        cells.flag("is_final"),
                        upstreamNo,
                        state);
            case CANCEL -> new Cancel(new CancelId(number), asked, upstreamNo, state);
        };
    }

    private static State state(String number, Cells cells) throws SQLException {
        Optional<Instant> endedAt = cells.maybeInstant("ended_at");
        String state = cells.text("state");
        return switch (state) {
            case PENDING -> new State.Pending();
            case SUCCESS -> new State.Succeeded(endedAt.orElseThrow());
            case FAILED ->
                new State.Failed(endedAt.orElseThrow(), cells.maybeFailure().orElseThrow());
            default -> throw new IllegalStateException("operation " + number + " in the state " + state);
        };
    }
}
