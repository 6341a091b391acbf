package io.quittance.persistence.payout;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Heard;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.SubStatus;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A payout as the table {@code payout} holds it. */
record PayoutRow(Payout payout, Sealed particulars) {
    /** What is decided when it is made and never changes. */
    private static final List<String> FIXED = List.of(
            "trade_no", "merchant_id", "out_trade_no", "attempt", "amount", "currency", "notify_url", "created_at");

    /** What a move may change. */
    static final List<String> MOVING = Stream.of(
                    Stream.of(
                            "upstream_no",
                            "state",
                            "sub_status",
                            "heard_at",
                            "turned_away",
                            "paid_at",
                            "ended_at",
                            "failure_code",
                            "failure_message"),
                    LegCells.columns("trade"),
                    LegCells.columns("source"),
                    LegCells.columns("arrived"),
                    Stream.of("particulars_body", "particulars_key"))
            .flatMap(columns -> columns)
            .toList();

    static final List<String> COLUMNS =
            Stream.concat(FIXED.stream(), MOVING.stream()).toList();

    static final String PENDING = "PENDING";
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILED = "FAILED";
    private static final String BOUNCEBACK = "BOUNCEBACK";

    static PayoutRow of(Payout payout, BodyCipher cipher) {
        return new PayoutRow(
                payout, cipher.seal(place(payout.id().value()), ParticularsBody.write(payout.particulars())));
    }

    private static String place(String tradeNo) {
        return "particulars of payout " + tradeNo;
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        List<Object> values = new ArrayList<>();
        values.add(identifier(payout.id().value()));
        values.add(payout.merchant().value());
        values.add(identifier(payout.order().value()));
        values.add(payout.attempt());
        values.add(payout.trade().amount());
        values.add(payout.trade().currency().code());
        values.add(payout.notifyUrl().map(URI::toString));
        values.add(payout.createdAt());
        values.addAll(moving());
        return values.toArray();
    }

    /** What {@link #MOVING} names, in that order. */
    List<Object> moving() {
        List<Object> values = new ArrayList<>();
        values.add(payout.upstreamNo().map(UpstreamTradeNo::value).map(Sql::identifier));
        values.add(name(payout.state()));
        Optional<Heard> heard = payout.state() instanceof State.Pending(var told) ? told : Optional.empty();
        values.add(heard.flatMap(Heard::subStatus).map(SubStatus::value));
        values.add(heard.map(Heard::at));
        values.add(payout.freesItsNumber());
        values.add(paidAt(payout.state()));
        values.add(endedAt(payout.state()));
        Optional<Failure> failure = failure(payout.state());
        values.add(failure.map(Failure::code));
        values.add(failure.map(Failure::message));
        values.addAll(LegCells.values(payout.legs().trade()));
        values.addAll(LegCells.values(payout.legs().source()));
        values.addAll(LegCells.values(payout.legs().destination()));
        values.add(particulars.content());
        values.add(particulars.keyId());
        return values;
    }

    private static String name(State state) {
        return switch (state) {
            case State.Pending _ -> PENDING;
            case State.Succeeded _ -> SUCCESS;
            case State.Failed _ -> FAILED;
            case State.BouncedBack _ -> BOUNCEBACK;
        };
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

    static Payout read(Cells cells, BodyCipher cipher) throws SQLException {
        String tradeNo = cells.identifier("trade_no");
        Sealed sealed = new Sealed(cells.bytes("particulars_body"), cells.text("particulars_key"));
        return new Payout(
                new PayoutId(tradeNo),
                new MerchantId(cells.whole("merchant_id")),
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
