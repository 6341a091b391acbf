package io.quittance.persistence.capture;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.OrderTable;
import io.quittance.persistence.lifecycle.OrderTable.Id;
import io.quittance.persistence.lifecycle.OrderTable.Open;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An operation as the table of its sort holds it: captures have an amount on top. */
final class OperationRow {
    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";

    private static final Columns<Operation> FIXED = Columns.of(
            Columns.of("account_id", operation -> operation.account().value()),
            Columns.of(
                    "out_trade_no",
                    operation -> Sql.identifier(operation.order().value())),
            Columns.of(
                    "order_key", operation -> Sql.identifier(operation.order().key())),
            Columns.of("created_at", Operation::createdAt),
            JournalHead.month(Operation::createdAt));

    private static final Columns<Operation> COLLECTED = Columns.of(
            FIXED,
            Columns.of("amount", operation -> operation.collects().map(Money::amount)),
            Columns.of(
                    "currency",
                    operation -> operation.collects().map(Money::currency).map(Currency::code)),
            Columns.of("is_final", operation -> operation instanceof Capture capture && capture.last()));

    private static final Columns<Operation> MOVING = Columns.of(
            Columns.of(
                    "upstream_no",
                    operation -> operation.upstreamNo().map(UpstreamNo::value).map(Sql::identifier)),
            Columns.of("state", operation -> name(operation.state())),
            Columns.of("ended_at", operation -> endedAt(operation.state())),
            Columns.failure(operation -> failure(operation.state())));

    static final OrderTable<Operation, OperationId, Key> CAPTURES =
            table(new JournalHead(ObjectRef.Kind.CAPTURE, "capture", "capture_no"), COLLECTED, OperationRow::capture);

    static final OrderTable<Operation, OperationId, Key> CANCELS =
            table(new JournalHead(ObjectRef.Kind.CANCEL, "cancel", "cancel_no"), FIXED, OperationRow::cancel);

    private OperationRow() {}

    private static OrderTable<Operation, OperationId, Key> table(
            JournalHead head, Columns<Operation> fixed, Cells.Reader<Operation> read) {
        return new OrderTable<>(
                head,
                new Id<>(Operation::id, OperationId::value, number -> new ObjectRef(head.kind(), number).operationId()),
                new OrderTable.Key<>(
                        "request_id",
                        Operation::merchant,
                        Operation::key,
                        key -> key.request().value()),
                new Open<>("PENDING", operation -> !operation.ended()),
                fixed,
                MOVING,
                read);
    }

    private static String name(State state) {
        return switch (state) {
            case State.Pending _ -> PENDING;
            case State.Succeeded _ -> SUCCESS;
            case State.Failed _ -> FAILED;
        };
    }

    private static Optional<Instant> endedAt(State state) {
        return switch (state) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(at);
            case State.Failed(var at, var _) -> Optional.of(at);
        };
    }

    private static Optional<Failure> failure(State state) {
        return state instanceof State.Failed(var _, var why) ? Optional.of(why) : Optional.empty();
    }

    private static Operation capture(Cells cells) throws SQLException {
        return new Capture(
                new CaptureId(cells.identifier("capture_no")),
                asked(cells),
                new Money(cells.decimal("amount"), new Currency(cells.text("currency"))),
                cells.flag("is_final"),
                upstreamNo(cells),
                state(cells));
    }

    private static Operation cancel(Cells cells) throws SQLException {
        return new Cancel(new CancelId(cells.identifier("cancel_no")), asked(cells), upstreamNo(cells), state(cells));
    }

    private static Asked asked(Cells cells) throws SQLException {
        return new Asked(
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new RequestId(cells.identifier("request_id")),
                new OutTradeNo(cells.identifier("out_trade_no")),
                cells.instant("created_at"));
    }

    private static Optional<UpstreamNo> upstreamNo(Cells cells) throws SQLException {
        return cells.maybeIdentifier("upstream_no").map(UpstreamNo::new);
    }

    private static State state(Cells cells) throws SQLException {
        Optional<Instant> endedAt = cells.maybeInstant("ended_at");
        String state = cells.text("state");
        return switch (state) {
            case PENDING -> new State.Pending();
            case SUCCESS -> new State.Succeeded(endedAt.orElseThrow());
            case FAILED ->
                new State.Failed(endedAt.orElseThrow(), cells.maybeFailure().orElseThrow());
            default ->
                throw new IllegalStateException("request " + cells.identifier("request_id") + " in the state " + state);
        };
    }
}
