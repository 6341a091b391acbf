package io.quittance.domain.authorization;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.PaymentEvent.PaymentEnded;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.money.Proceeds;
import io.quittance.domain.text.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment of a merchant's order that upstream tells of: a sale, or an authorization. It is known from its first
 * report on, and that report ends it. Of contradicting results the first stands.
 *
 * @param account the one that told of it, for its life
 * @param order the merchant's number of the order
 * @param token upstream's number of the payment, once that is known
 * @param proceeds what of the amount reaches the merchant, as far as upstream has said; it decides nothing
 */
public record Payment(
        PaymentId id,
        MerchantId merchant,
        AccountId account,
        OutTradeNo order,
        Money amount,
        Mode mode,
        Instant createdAt,
        Optional<TradeToken> token,
        Proceeds proceeds,
        State state) {
    public Payment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(proceeds, "proceeds");
        Objects.requireNonNull(state, "state");
    }

    /** Whether money was taken or only held ({@code captureMode}); the names stand in the database. */
    public enum Mode {
        /** Nobody has said so far; that counts as a sale: C18. */
        UNSAID,
        /** A sale. */
        AUTOMATIC,
        /** An authorization. */
        MANUAL
    }

    /** Where a payment stands; each state holds what only it has. */
    public sealed interface State {
        /** Not told of yet. */
        record Awaited() implements State {}

        record Succeeded(Instant at) implements State {}

        record Failed(Instant at, Failure why) implements State {}

        /** Not paid in time. */
        record Closed(Instant at, Failure why) implements State {}
    }

    /** What upstream says of a payment. */
    public sealed interface Report {
        Terms terms();

        /** All that it says, ready to be passed on to the merchant; nothing here depends on it. */
        Bytes details();

        record Paid(Terms terms, Instant at, Bytes details) implements Report {}

        record Declined(Terms terms, Instant at, Failure why, Bytes details) implements Report {}

        /** Closed, as it was not paid in time. */
        record Shut(Terms terms, Instant at, Failure why, Bytes details) implements Report {}
    }

    /** What a report says of the terms. What it leaves out counts as unchanged. */
    public record Terms(
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            Mode mode,
            Optional<TradeToken> token,
            Proceeds proceeds) {
        /** What a report says that knows nothing of a fee. */
        public Terms(Optional<BigDecimal> amount, Optional<Currency> currency, Mode mode, Optional<TradeToken> token) {
            this(amount, currency, mode, token, Proceeds.UNSAID);
        }
    }

    /** One of which the result is about to be taken in. */
    public static Payment awaited(
            PaymentId id,
            MerchantId merchant,
            AccountId account,
            OutTradeNo order,
            Money amount,
            Mode mode,
            Instant at) {
        return new Payment(
                id, merchant, account, order, amount, mode, at, Optional.empty(), Proceeds.UNSAID, new State.Awaited());
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. */
    public Transition<Payment, PaymentEvent> apply(Report report) {
        Optional<String> contradiction = contradiction(report.terms());
        if (contradiction.isPresent()) {
            return new Refused<>(this, contradiction.get());
        }
        Payment taught = taught(report.terms());
        return switch (state) {
            case State.Awaited _ -> taught.ended(report);
            case State.Succeeded _ ->
                switch (report) {
                    case Report.Paid _ -> new Unmoved<>(taught);
                    case Report.Declined _, Report.Shut _ -> new Refused<>(this, "already succeeded");
                };
            case State.Failed _ ->
                switch (report) {
                    case Report.Declined _ -> new Unmoved<>(taught);
                    case Report.Paid _, Report.Shut _ -> new Refused<>(this, "already failed");
                };
            case State.Closed _ ->
                switch (report) {
                    case Report.Shut _ -> new Unmoved<>(taught);
                    case Report.Paid _, Report.Declined _ -> new Refused<>(this, "already closed");
                };
        };
    }

    /** What it holds of the payer's money; empty unless it is an authorization that succeeded. */
    public Optional<Authorization> authorization() {
        return mode == Mode.MANUAL && state instanceof State.Succeeded(var at)
                ? Optional.of(new Authorization(merchant, account, order, token, amount, at, Authorization.Hold.OPEN))
                : Optional.empty();
    }

    private Optional<String> contradiction(Terms told) {
        if (told.currency().filter(other -> !other.equals(amount.currency())).isPresent()) {
            return Optional.of("another currency");
        }
        if (told.amount().filter(other -> other.compareTo(amount.amount()) != 0).isPresent()) {
            return Optional.of("another amount");
        }
        if (told.mode() != Mode.UNSAID && mode != Mode.UNSAID && told.mode() != mode) {
            return Optional.of("another capture mode");
        }
        boolean other = token.isPresent() && told.token().isPresent() && !token.equals(told.token());
        return other ? Optional.of("another payment of that order") : Optional.empty();
    }

    /** One of two notifications of the same result may say more than the other; the first word on each thing stays. */
    private Payment taught(Terms told) {
        Mode known = mode == Mode.UNSAID ? told.mode() : mode;
        Proceeds all = proceeds.or(told.proceeds());
        return new Payment(id, merchant, account, order, amount, known, createdAt, token.or(told::token), all, state);
    }

    private Transition<Payment, PaymentEvent> ended(Report report) {
        Payment next = with(
                switch (report) {
                    case Report.Paid(var _, var at, var _) -> new State.Succeeded(at);
                    case Report.Declined(var _, var at, var why, var _) -> new State.Failed(at, why);
                    case Report.Shut(var _, var at, var why, var _) -> new State.Closed(at, why);
                });
        return new Moved<>(next, List.of(new PaymentEnded(next, report.details())));
    }

    private Payment with(State next) {
        return new Payment(id, merchant, account, order, amount, mode, createdAt, token, proceeds, next);
    }
}
