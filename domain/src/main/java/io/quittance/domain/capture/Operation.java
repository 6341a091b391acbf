package io.quittance.domain.capture;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a merchant asks of an authorised order, to collect from it or to give it back, and what became of that.
 *
 * <p>PENDING moves to SUCCESS or to FAILED and stays there. Of contradicting finals the first stands.
 */
public sealed interface Operation permits Capture, Cancel {
    OperationId id();

    Asked asked();

    /** What upstream calls it, once that is known. */
    Optional<UpstreamNo> upstreamNo();

    State state();

    /** What can be asked of an authorised order. */
    enum Sort {
        CAPTURE,
        CANCEL;

        /** In a sentence. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who asked, and for which order.
     *
     * @param account the one that it goes through, for its life
     * @param order the authorised order that is collected from, or given back
     */
    record Asked(MerchantId merchant, AccountId account, RequestId request, OutTradeNo order, Instant at) {
        public Asked {
            Objects.requireNonNull(merchant, "merchant");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(at, "at");
        }
    }

    /** By what its merchant knows it: a request id counts for each sort on its own. */
    record Key(Sort sort, RequestId request) {
        public Key {
            Objects.requireNonNull(sort, "sort");
            Objects.requireNonNull(request, "request");
        }

        /** The merchant's own part. */
        @Override
        public String toString() {
            return request.value();
        }
    }

    /** Where it stands; each state holds what only it has. */
    sealed interface State {
        record Pending() implements State {}

        record Succeeded(Instant at) implements State {}

        record Failed(Instant at, Failure why) implements State {}
    }

    /** What upstream says of it. */
    sealed interface Report {
        Terms terms();

        record Processing(Terms terms) implements Report {}

        record Settled(Terms terms, Instant at) implements Report {}

        record Declined(Terms terms, Instant at, Failure why) implements Report {}
    }

    /**
     * What a report says of the terms. What it leaves out counts as unchanged: the provider's own sample leaves out amount
     * and currency, and a cancel has neither.
     *
     * @param number what upstream calls the operation
     */
    record Terms(
            Optional<UpstreamNo> number,
            Optional<OutTradeNo> order,
            Optional<BigDecimal> amount,
            Optional<Currency> currency) {
        /** A report that speaks of no terms at all. */
        public static final Terms UNSAID =
                new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** What is to be collected, where the report says it as an amount that can be kept. */
        public Optional<Money> money() {
            return currency.flatMap(unit -> amount.filter(Money::fits).map(told -> new Money(told, unit)));
        }
    }

    default Sort sort() {
        return id().sort();
    }

    default Key key() {
        return new Key(sort(), request());
    }

    default MerchantId merchant() {
        return asked().merchant();
    }

    default AccountId account() {
        return asked().account();
    }

    default RequestId request() {
        return asked().request();
    }

    default OutTradeNo order() {
        return asked().order();
    }

    default Instant createdAt() {
        return asked().at();
    }

    /** How much it collects; a cancel collects nothing. */
    default Optional<Money> collects() {
        return switch (this) {
            case Capture capture -> Optional.of(capture.amount());
            case Cancel _ -> Optional.empty();
        };
    }

    /** Where it stands as it is shown and told: it has not ended before it was asked for. */
    default State shown() {
        return switch (state()) {
            case State.Pending pending -> pending;
            case State.Succeeded(var at) -> new State.Succeeded(Causality.notBefore(createdAt(), at));
            case State.Failed(var at, var why) -> new State.Failed(Causality.notBefore(createdAt(), at), why);
        };
    }

    default boolean ended() {
        return !(state() instanceof State.Pending);
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. It learns the first number. */
    default Transition<Operation, OperationEnded> apply(Report report) {
        Optional<String> contradiction = contradiction(report.terms());
        if (contradiction.isPresent()) {
            return new Refused<>(this, contradiction.get());
        }
        Operation taught = with(upstreamNo().or(report.terms()::number), state());
        return switch (state()) {
            case State.Pending _ ->
                switch (report) {
                    case Report.Processing _ -> new Unmoved<>(taught);
                    case Report.Settled(var _, var at) -> taught.ended(new State.Succeeded(at));
                    case Report.Declined(var _, var at, var why) -> taught.ended(new State.Failed(at, why));
                };
            case State.Succeeded _ ->
                switch (report) {
                    case Report.Processing _, Report.Settled _ -> new Unmoved<>(taught);
                    case Report.Declined _ -> new Refused<>(this, "already succeeded");
                };
            case State.Failed _ ->
                switch (report) {
                    case Report.Processing _, Report.Declined _ -> new Unmoved<>(taught);
                    case Report.Settled _ -> new Refused<>(this, "already failed");
                };
        };
    }

    /** Whether a request asks for exactly this one again; amounts are compared by value. */
    default boolean sameRequest(Operation again) {
        return order().same(again.order())
                && switch (this) {
                    case Capture mine ->
                        again instanceof Capture other
                                && mine.amount().equals(other.amount())
                                && mine.last() == other.last();
                    case Cancel _ -> again instanceof Cancel;
                };
    }

    /** What is told under another number than the one that is known is another operation's upstream. */
    private Optional<String> contradiction(Terms told) {
        if (upstreamNo().isPresent()
                && told.number().isPresent()
                && !told.number().equals(upstreamNo())) {
            return Optional.of("another number upstream");
        }
        if (told.order().filter(other -> !other.same(order())).isPresent()) {
            return Optional.of("another order");
        }
        return collects().flatMap(amount -> contradiction(told, amount));
    }

    private static Optional<String> contradiction(Terms told, Money amount) {
        if (told.currency().filter(other -> !other.equals(amount.currency())).isPresent()) {
            return Optional.of("another currency");
        }
        boolean other =
                told.amount().filter(one -> one.compareTo(amount.amount()) != 0).isPresent();
        return other ? Optional.of("another amount") : Optional.empty();
    }

    private Transition<Operation, OperationEnded> ended(State end) {
        Operation next = with(upstreamNo(), end);
        return new Moved<>(next, List.of(new OperationEnded(next)));
    }

    /** The same, to go through that account. */
    default Operation through(AccountId other) {
        Asked there = new Asked(merchant(), other, request(), order(), createdAt());
        return switch (this) {
            case Capture(var id, var _, var amount, var last, var no, var state) ->
                new Capture(id, there, amount, last, no, state);
            case Cancel(var id, var _, var no, var state) -> new Cancel(id, there, no, state);
        };
    }

    private Operation with(Optional<UpstreamNo> no, State next) {
        return switch (this) {
            case Capture(var id, var asked, var amount, var last, var _, var _) ->
                new Capture(id, asked, amount, last, no, next);
            case Cancel(var id, var asked, var _, var _) -> new Cancel(id, asked, no, next);
        };
    }
}
