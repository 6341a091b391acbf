package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Sum;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.payout.LegacyPayoutWire;
import io.quittance.http.payout.PayoutCallbackPaths;
import io.quittance.http.payout.PayoutFacts;
import io.quittance.http.payout.PayoutWire;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A payout at the simulator: what was asked, and how its results are told, in the merchant's dialect. One that bounces
 * back has two: its success, and after another delay the bounce.
 */
public final class SimulatedPayout implements SimulatedResults {
    static final String OPERATION = "payout";

    private final Duration delay;

    /** @param delay between a success and its bounce */
    public SimulatedPayout(Duration delay) {
        this.delay = delay;
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        PayoutFacts facts = facts(order, order.told() + 1);
        String callback = PayoutCallbackPaths.of(holder.merchant().payoutDialect());
        return switch (holder.merchant().payoutDialect()) {
            case V2 ->
                new Telling(
                        callback,
                        Dialect.ENVELOPED,
                        PayoutWire.Notification.write(
                                UpstreamName.of(holder.account()).app(),
                                UpstreamName.of(holder.account()).no(),
                                now,
                                facts));
            case LEGACY -> new Telling(callback, Dialect.LEGACY, LegacyPayoutWire.write(facts));
        };
    }

    @Override
    public Optional<Instant> next(SimulatedOrder order, Instant now) {
        return order.verdict() == Verdict.BOUNCEBACK && order.told() == 0
                ? Optional.of(now.plus(delay))
                : Optional.empty();
    }

    /** As it stands for whoever asks: by the results that were told and acknowledged. */
    PayoutFacts facts(SimulatedOrder order) {
        return facts(order, order.told());
    }

    /** Under the simulator's number, once so many results are known. */
    private PayoutFacts facts(SimulatedOrder order, int results) {
        NotedPayout asked = NotedPayout.of(order);
        State state = state(order, results);
        return new PayoutFacts(
                order.number(),
                new OutTradeNo(order.request()),
                asked.conversion().trade(),
                legs(asked.conversion()),
                asked.returned().or(funds(order, state)),
                order.createdAt(),
                state);
    }

    private State state(SimulatedOrder order, int results) {
        if (results == 0) {
            return new State.Pending(Optional.empty());
        }
        return switch (order.verdict()) {
            case SUCCESS -> new State.Succeeded(order.settledAt());
            case FAILED -> new State.Failed(order.settledAt(), order.failure().orElse(SandboxPayouts.FAILURE), false);
            case PENDING -> new State.Pending(Optional.empty());
            case BOUNCEBACK ->
                results == 1
                        ? new State.Succeeded(order.settledAt())
                        : new State.BouncedBack(
                                Optional.of(order.settledAt()),
                                order.settledAt().plus(delay),
                                Optional.empty());
        };
    }

    /** It changes money at one to one and takes nothing for it. */
    private static Legs legs(Conversion asked) {
        Money trade = asked.trade();
        return new Legs(Leg.of(Sum.of(trade)), side(trade, asked.source()), side(trade, asked.destination()));
    }

    private static Leg side(Money trade, Optional<Currency> wanted) {
        Optional<Currency> currency = Optional.of(wanted.orElse(trade.currency()));
        Optional<Sum> nothing = Optional.of(new Sum(BigDecimal.ZERO, currency));
        return new Leg(Optional.of(new Sum(trade.amount(), currency)), Optional.of(BigDecimal.ONE), nothing, nothing);
    }

    private static Particulars funds(SimulatedOrder order, State state) {
        Optional<Instant> returned = switch (state) {
            case State.Pending _, State.Succeeded _ -> Optional.empty();
            case State.Failed(var at, var _, var _) -> Optional.of(at);
            case State.BouncedBack(var _, var at, var _) -> Optional.of(at);
        };
        return new Particulars(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(order.createdAt()),
                returned,
                Optional.empty(),
                Map.of());
    }
}
