package io.quittance.persistence.payout;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Heard;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.OrderTable;
import io.quittance.persistence.lifecycle.OrderTable.Id;
import io.quittance.persistence.lifecycle.OrderTable.Key;
import io.quittance.persistence.lifecycle.OrderTable.Open;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A payout as the table {@code payout} holds it. */
final class PayoutRow {
    static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.PAYOUT, "payout", "trade_no");

    static final BodyTable BODIES = BodyTable.of(
            HEAD.table(), "particulars", cells -> place(cells.identifier("trade_no")), Number.bytes("trade_no"));

    private static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";
    private static final String BOUNCEBACK = "BOUNCEBACK";

    private static final Columns<Payout> FIXED = Columns.of(
            Columns.of("account_id", payout -> payout.account().value()),
            Columns.of("out_trade_no", payout -> Sql.identifier(payout.order().value())),
            Columns.of("attempt", Payout::attempt),
            Columns.of("amount", payout -> payout.trade().amount()),
            Columns.of("currency", payout -> payout.trade().currency().code()),
            Columns.of("notify_url", payout -> payout.notifyUrl().map(URI::toString)),
            Columns.of("created_at", Payout::createdAt),
            JournalHead.month(Payout::createdAt));

    private PayoutRow() {}

    static OrderTable<Payout, PayoutId, OutTradeNo> table(BodyCipher cipher) {
        return new OrderTable<>(
                HEAD,
                new Id<>(Payout::id, PayoutId::value, PayoutId::new),
                new Key<>("order_key", Payout::merchant, Payout::order, OutTradeNo::key).where("retired = 0"),
                new Open<>("PENDING", payout -> !payout.ended()),
                FIXED,
                moving(cipher),
                cells -> read(cells, cipher));
    }

    private static Columns<Payout> moving(BodyCipher cipher) {
        return Columns.of(
                Columns.of(
                        "upstream_no",
                        payout ->
                                payout.upstreamNo().map(UpstreamTradeNo::value).map(Sql::identifier)),
                Columns.of("state", payout -> name(payout.state())),
                Columns.of(
                        "sub_status",
                        payout ->
                                heard(payout.state()).flatMap(Heard::subStatus).map(SubStatus::value)),
                Columns.of("heard_at", payout -> heard(payout.state()).map(Heard::at)),
                Columns.of("turned_away", Payout::freesItsNumber),
                Columns.of("paid_at", payout -> paidAt(payout.state())),
                Columns.of("ended_at", payout -> endedAt(payout.state())),
                Columns.failure(payout -> failure(payout.state())),
                LegCells.columns("trade", Legs::trade),
                LegCells.columns("source", Legs::source),
                LegCells.columns("arrived", Legs::destination),
                Columns.sealed("particulars", payout -> Optional.of(particulars(payout, cipher))));
    }

    private static Sealed particulars(Payout payout, BodyCipher cipher) {
        return cipher.seal(place(payout.id().value()), ParticularsBody.write(payout.particulars()));
    }

    private static String place(String tradeNo) {
        return "particulars of payout " + tradeNo;
    }

    private static String name(State state) {
        return switch (state) {
            case State.Pending _ -> PENDING;
            case State.Succeeded _ -> SUCCESS;
            case State.Failed _ -> FAILED;
            case State.BouncedBack _ -> BOUNCEBACK;
        };
    }

    private static Optional<Heard> heard(State state) {
        return state instanceof State.Pending(var heard) ? heard : Optional.empty();
    }

    private static Optional<Instant> paidAt(State state) {
        return state instanceof State.BouncedBack back ? back.paidAt() : Optional.empty();
    }

    private static Optional<Instant> endedAt(State state) {
        return switch (state) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(at);
            case State.Failed(var at, var _, var _) -> Optional.of(at);
            case State.BouncedBack(var _, var at, var _) -> Optional.of(at);
        };
    }

    private static Optional<Failure> failure(State state) {
        return switch (state) {
            case State.Pending _, State.Succeeded _ -> Optional.empty();
            case State.Failed(var _, var why, var _) -> Optional.of(why);
            case State.BouncedBack(var _, var _, var why) -> why;
        };
    }

    private static Payout read(Cells cells, BodyCipher cipher) throws SQLException {
        String tradeNo = cells.identifier("trade_no");
        Sealed sealed = new Sealed(cells.bytes("particulars_body"), cells.text("particulars_key"));
        return new Payout(
                new PayoutId(tradeNo),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new OutTradeNo(cells.identifier("out_trade_no")),
                cells.integer("attempt"),
                new Money(cells.decimal("amount"), new Currency(cells.text("currency"))),
                new Legs(
                        LegCells.read(cells, "trade"), LegCells.read(cells, "source"), LegCells.read(cells, "arrived")),
                ParticularsBody.read(cipher.open(place(tradeNo), sealed)),
                cells.maybeText("notify_url").map(URI::create),
                cells.instant("created_at"),
                cells.maybeIdentifier("upstream_no").map(UpstreamTradeNo::new),
                state(cells, tradeNo));
    }

    private static State state(Cells cells, String tradeNo) throws SQLException {
        Optional<Instant> ended = cells.maybeInstant("ended_at");
        Optional<Failure> failure = cells.maybeFailure();
        return switch (cells.text("state")) {
            case PENDING -> {
                Optional<SubStatus> sub = cells.maybeText("sub_status").map(SubStatus::new);
                yield new State.Pending(cells.maybeInstant("heard_at").map(at -> new Heard(at, sub)));
            }
            case SUCCESS -> new State.Succeeded(ended.orElseThrow());
            case FAILED -> new State.Failed(ended.orElseThrow(), failure.orElseThrow(), cells.flag("turned_away"));
            case BOUNCEBACK -> new State.BouncedBack(cells.maybeInstant("paid_at"), ended.orElseThrow(), failure);
            default -> throw new IllegalStateException("payout " + tradeNo + " in an unknown state");
        };
    }
}
