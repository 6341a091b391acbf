package io.quittance.domain.payout;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.PayoutEvent.PayoutBouncedBack;
import io.quittance.domain.payout.PayoutEvent.PayoutFailed;
import io.quittance.domain.payout.PayoutEvent.PayoutSucceeded;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that a merchant wants paid out, and what became of it.
 *
 * <p>PENDING moves to SUCCESS or to FAILED, and a success may bounce back later: {@link #apply} is the whole table. Of
 * contradicting ends the first stands.
 *
 * @param account the one that it goes through, for its life
 * @param attempt which try under that number: one that upstream turned away frees the number for the next
 * @param trade what was asked for
 * @param legs the amounts as upstream told them last
 * @param notifyUrl where the request wants its results told; empty for the merchant's own place
 * @param upstreamNo what upstream calls it, once that is known
 */
public record Payout(
        PayoutId id,
        MerchantId merchant,
        AccountId account,
        OutTradeNo order,
        int attempt,
        Money trade,
        Legs legs,
        Particulars particulars,
        Optional<URI> notifyUrl,
        Instant createdAt,
        Optional<UpstreamTradeNo> upstreamNo,
        State state) {
    public Payout {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(legs, "legs");
        Objects.requireNonNull(particulars, "particulars");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(upstreamNo, "upstreamNo");
        Objects.requireNonNull(state, "state");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt: " + attempt + " (expected: >= 1)");
        }
    }

    /** Where a payout stands; each state holds what only it has. */
    public sealed interface State {
        /** @param heard what upstream told of it; empty as long as it has told nothing */
        record Pending(Optional<Heard> heard) implements State {}

        record Succeeded(Instant at) implements State {}

        /** @param turnedAway whether upstream refused it before it took it: then nothing was moved, and never will be */
        record Failed(Instant at, Failure why, boolean turnedAway) implements State {}

        /**
         * It was paid and came back.
         *
         * @param paidAt when it had succeeded, where that was told
         * @param why where that was told
         */
        record BouncedBack(Optional<Instant> paidAt, Instant at, Optional<Failure> why) implements State {}
    }

    /** What upstream says of a payout. */
    public sealed interface Report {
        Statement said();

        /** @param at when it said so */
        record Processing(Statement said, Optional<SubStatus> subStatus, Instant at) implements Report {}

        record Settled(Statement said, Instant at) implements Report {}

        record Declined(Statement said, Instant at, Failure why) implements Report {}

        record Returned(Statement said, Optional<Instant> paidAt, Instant at, Optional<Failure> why)
                implements Report {}

        /** Upstream never took it. */
        record TurnedAway(Instant at, Failure why) implements Report {
            @Override
            public Statement said() {
                return Statement.NOTHING;
            }
        }
    }

    /** A new one, as it stands before anybody upstream has heard of it. */
    public static Payout requested(
            PayoutId id,
            MerchantId merchant,
            AccountId account,
            OutTradeNo order,
            Money trade,
            Particulars particulars,
            Optional<URI> notifyUrl,
            Instant at) {
        return new Payout(
                id,
                merchant,
                account,
                order,
                1,
                trade,
                Legs.UNSAID,
                particulars,
                notifyUrl,
                at,
                Optional.empty(),
                new State.Pending(Optional.empty()));
    }

    /**
     * Takes in a report that names upstream's number of it. Another number than the one that is known is another payout's:
     * whatever it says moves nothing.
     */
    public Transition<Payout, PayoutEvent> apply(Optional<UpstreamTradeNo> told, Report report) {
        boolean other = told.isPresent() && upstreamNo.isPresent() && !told.equals(upstreamNo);
        return other
                ? new Refused<>(this, "another number upstream")
                : told.map(this::numbered).orElse(this).apply(report);
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. */
    public Transition<Payout, PayoutEvent> apply(Report report) {
        Optional<String> contradiction = report.said().legs().trade().contradicts(trade);
        if (contradiction.isPresent()) {
            return new Refused<>(this, contradiction.get());
        }
        return switch (state) {
            case State.Pending pending ->
                switch (report) {
                    case Report.Processing(var said, var sub, var at) -> processing(pending, said, new Heard(at, sub));
                    case Report.Settled(var said, var at) -> succeeded(said, at);
                    case Report.Declined(var said, var at, var why) -> failed(said, new State.Failed(at, why, false));
                    case Report.Returned(var said, var paid, var at, var why) -> bounced(said, paid, at, why);
                    case Report.TurnedAway(var at, var why) -> turnedAway(at, why);
                };
            case State.Succeeded(var paid) ->
                switch (report) {
                    case Report.Processing _, Report.Settled _ -> noted(report.said());
                    case Report.Returned(var said, var _, var at, var why) -> bounced(said, Optional.of(paid), at, why);
                    case Report.Declined _, Report.TurnedAway _ -> new Refused<>(this, "already succeeded");
                };
            case State.Failed _ ->
                switch (report) {
                    case Report.Processing _, Report.Declined _, Report.TurnedAway _ -> noted(report.said());
                    case Report.Settled _, Report.Returned _ -> new Refused<>(this, "already failed");
                };
            case State.BouncedBack back ->
                switch (report) {
                    case Report.Processing _, Report.Returned _ -> noted(report.said());
                    case Report.Settled(var said, var at) -> paidBefore(back, said, at);
                    case Report.Declined _, Report.TurnedAway _ -> new Refused<>(this, "already bounced back");
                };
        };
    }

    /** The same payout, knowing upstream's number; the first number that it learns stays. */
    public Payout numbered(UpstreamTradeNo no) {
        return upstreamNo.isPresent() ? this : with(legs, particulars, Optional.of(no), state);
    }

    /** The same as it is shown and told: no time before its cause. */
    public Payout shown() {
        State orderly = switch (state) {
            case State.Pending pending -> pending;
            case State.Succeeded(var at) -> new State.Succeeded(Causality.notBefore(createdAt, at));
            case State.Failed(var at, var why, var away) ->
                new State.Failed(Causality.notBefore(createdAt, at), why, away);
            case State.BouncedBack(var paid, var at, var why) -> {
                Optional<Instant> paidAt = Causality.notBefore(createdAt, paid);
                yield new State.BouncedBack(paidAt, Causality.notBefore(paidAt.orElse(createdAt), at), why);
            }
        };
        return with(legs, particulars.shown(createdAt), upstreamNo, orderly);
    }

    /** The same request as the next try behind an earlier one. */
    public Payout after(Payout earlier) {
        return new Payout(
                id,
                merchant,
                account,
                order,
                earlier.attempt + 1,
                trade,
                legs,
                particulars,
                notifyUrl,
                createdAt,
                upstreamNo,
                state);
    }

    /** Whether it has a result; a success may still bounce back. */
    public boolean ended() {
        return !(state instanceof State.Pending);
    }

    /** Whether upstream is known to have taken it: it has numbered it, or told anything of it but a refusal. */
    public boolean taken() {
        return upstreamNo.isPresent()
                || switch (state) {
                    case State.Pending(var heard) -> heard.isPresent();
                    case State.Succeeded _, State.BouncedBack _ -> true;
                    case State.Failed failed -> !failed.turnedAway();
                };
    }

    /** Whether its number may be used for another try, as upstream never took this one. */
    public boolean freesItsNumber() {
        return state instanceof State.Failed failed && failed.turnedAway();
    }

    /** A change of the sub-status is kept and not announced. */
    private Transition<Payout, PayoutEvent> processing(State.Pending before, Statement said, Heard now) {
        Heard next = before.heard().map(known -> known.and(now)).orElse(now);
        State pending = new State.Pending(Optional.of(next));
        return next.subStatus().equals(before.heard().flatMap(Heard::subStatus))
                ? new Unmoved<>(with(legs.or(said.legs()), particulars.or(said.particulars()), upstreamNo, pending))
                : new Moved<>(moved(said, pending), List.of());
    }

    private Transition<Payout, PayoutEvent> succeeded(Statement said, Instant at) {
        Payout next = moved(said, new State.Succeeded(at));
        return new Moved<>(next, List.of(new PayoutSucceeded(next)));
    }

    private Transition<Payout, PayoutEvent> failed(Statement said, State.Failed failed) {
        Payout next = moved(said, failed);
        return new Moved<>(next, List.of(new PayoutFailed(next)));
    }

    /** What upstream has taken it cannot turn away. */
    private Transition<Payout, PayoutEvent> turnedAway(Instant at, Failure why) {
        return taken()
                ? new Refused<>(this, "upstream has taken it already")
                : failed(Statement.NOTHING, new State.Failed(at, why, true));
    }

    private Transition<Payout, PayoutEvent> bounced(
            Statement said, Optional<Instant> paidAt, Instant at, Optional<Failure> why) {
        Payout next = moved(said, new State.BouncedBack(paidAt, at, why));
        return new Moved<>(next, List.of(new PayoutBouncedBack(next)));
    }

    /** The same without what its particulars hold of persons. */
    public Payout forgotten() {
        return with(legs, particulars.forgotten(), upstreamNo, state);
    }

    /** The success that was missed: recorded, not announced. */
    private Transition<Payout, PayoutEvent> paidBefore(State.BouncedBack back, Statement said, Instant at) {
        State known = new State.BouncedBack(back.paidAt().or(() -> Optional.of(at)), back.at(), back.why());
        return new Unmoved<>(with(legs.or(said.legs()), particulars.or(said.particulars()), upstreamNo, known));
    }

    /** What moves nothing may fill in what is missing, and changes nothing that is known. */
    private Transition<Payout, PayoutEvent> noted(Statement said) {
        return new Unmoved<>(with(legs.or(said.legs()), particulars.or(said.particulars()), upstreamNo, state));
    }

    /** What moves it is newer than all that is known. */
    private Payout moved(Statement said, State next) {
        return with(said.legs().or(legs), particulars.renewed(said.particulars()), upstreamNo, next);
    }

    private Payout with(Legs amounts, Particulars facts, Optional<UpstreamTradeNo> no, State next) {
        return new Payout(id, merchant, account, order, attempt, trade, amounts, facts, notifyUrl, createdAt, no, next);
    }
}
