package io.quittance.persistence.authorization;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.State;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.OrderTable;
import io.quittance.persistence.lifecycle.OrderTable.Id;
import io.quittance.persistence.lifecycle.OrderTable.Key;
import io.quittance.persistence.lifecycle.OrderTable.Open;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A payment as the table {@code payment} holds it. */
final class PaymentRow {
    static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.PAYMENT, "payment", "payment_no");

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";
    private static final String CLOSED = "CLOSED";

    private static final Columns<Payment> FIXED = Columns.of(
            Columns.of("account_id", payment -> payment.account().value()),
            Columns.of("out_trade_no", payment -> Sql.identifier(payment.order().value())),
            Columns.of("amount", payment -> payment.amount().amount()),
            Columns.of("currency", payment -> payment.amount().currency().code()),
            Columns.of("created_at", Payment::createdAt),
            JournalHead.month(Payment::createdAt));

    private static final Columns<Payment> MOVING = Columns.of(
            Columns.of("capture_mode", Payment::mode),
            Columns.of(
                    "trade_token",
                    payment -> payment.token().map(TradeToken::value).map(Sql::identifier)),
            sum("settled", payment -> payment.proceeds().settled()),
            sum("fee", payment -> payment.proceeds().fee()),
            Columns.of("state", payment -> name(payment.state())),
            Columns.of("ended_at", payment -> endedAt(payment.state())),
            Columns.failure(payment -> failure(payment.state())));

    static final OrderTable<Payment, PaymentId, OutTradeNo> TABLE = new OrderTable<>(
            HEAD,
            new Id<>(Payment::id, PaymentId::value, PaymentId::new),
            new Key<>("order_key", Payment::merchant, Payment::order, OutTradeNo::key),
            new Open<>("PENDING", payment -> payment.state() instanceof State.Awaited),
            FIXED,
            MOVING,
            PaymentRow::read);

    private PaymentRow() {}

    /** An amount and its currency, in two columns of that beginning. */
    private static Columns<Payment> sum(String name, Function<Payment, Optional<Money>> sum) {
        return Columns.of(
                Columns.of(name + "_amount", payment -> sum.apply(payment).map(Money::amount)),
                Columns.of(
                        name + "_currency",
                        payment -> sum.apply(payment).map(Money::currency).map(Currency::code)));
    }

    private static Optional<Money> sum(String name, Cells cells) throws SQLException {
        Optional<Currency> currency = cells.maybeText(name + "_currency").map(Currency::new);
        return cells.maybeDecimal(name + "_amount").flatMap(amount -> currency.map(of -> new Money(amount, of)));
    }

    private static String name(State state) {
        return switch (state) {
            case State.Awaited _ -> PENDING;
            case State.Succeeded _ -> SUCCESS;
            case State.Failed _ -> FAILED;
            case State.Closed _ -> CLOSED;
        };
    }

    private static Optional<Instant> endedAt(State state) {
        return switch (state) {
            case State.Awaited _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(at);
            case State.Failed(var at, var _) -> Optional.of(at);
            case State.Closed(var at, var _) -> Optional.of(at);
        };
    }

    private static Optional<Failure> failure(State state) {
        return switch (state) {
            case State.Awaited _, State.Succeeded _ -> Optional.empty();
            case State.Failed(var _, var why) -> Optional.of(why);
            case State.Closed(var _, var why) -> Optional.of(why);
        };
    }

    private static Payment read(Cells cells) throws SQLException {
        return new Payment(
                new PaymentId(cells.identifier("payment_no")),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new OutTradeNo(cells.identifier("out_trade_no")),
                new Money(cells.decimal("amount"), new Currency(cells.text("currency"))),
                Payment.Mode.valueOf(cells.text("capture_mode")),
                cells.instant("created_at"),
                cells.maybeIdentifier("trade_token").map(TradeToken::new),
                new Proceeds(sum("settled", cells), sum("fee", cells)),
                state(cells));
    }

    private static State state(Cells cells) throws SQLException {
        Optional<Instant> ended = cells.maybeInstant("ended_at");
        Optional<Failure> failure = cells.maybeFailure();
        String state = cells.text("state");
        return switch (state) {
            case PENDING -> new State.Awaited();
            case SUCCESS -> new State.Succeeded(ended.orElseThrow());
            case FAILED -> new State.Failed(ended.orElseThrow(), failure.orElseThrow());
            case CLOSED -> new State.Closed(ended.orElseThrow(), failure.orElseThrow());
            default ->
                throw new IllegalStateException("payment " + cells.identifier("payment_no") + " in the state " + state);
        };
    }
}
