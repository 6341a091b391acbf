package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Payout.State;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.http.payout.PayoutFacts;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The far end of payouts. It goes by the instruction alone, as an acquirer that speaks another protocol than the merchant. It
 * takes every one and decides its end at once by {@link SandboxPayouts}; asked again, it answers the number of the first time.
 */
public final class SimulatorPayoutAcquirer implements PayoutAcquirer {
    private final SimulatorDesk desk;
    private final SimulatedPayout results;

    public SimulatorPayoutAcquirer(SimulatorDesk desk, SimulatedPayout results) {
        this.desk = desk;
        this.results = results;
    }

    @Override
    public Answer<Said> pay(Holder holder, Payout payout, Asked asked) {
        Receipt receipt = desk.take(holder, slip(asked.instruction()));
        return new Answer.Taken<>(receipt.exchange(), receipt.same() ? has(receipt.order()) : new Said.HadAlready());
    }

    @Override
    public Answer<Said> query(Holder holder, Payout payout) {
        long start = System.nanoTime();
        Optional<SimulatedOrder> order = desk.find(
                holder.merchant(), SimulatedPayout.OPERATION, payout.order().value());
        Duration took = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        Said said = order.<Said>map(this::has).orElseGet(Said.HasNot::new);
        return new Answer.Taken<>(Exchange.nothingSent(took), said);
    }

    @Override
    public boolean knowsItsIds() {
        return true;
    }

    private static Slip slip(Instruction asked) {
        Verdict verdict = SandboxPayouts.verdict(asked.conversion().trade().amount(), asked.remark());
        return new Slip(
                SimulatedPayout.OPERATION,
                asked.order().value(),
                NotedPayout.write(asked),
                verdict,
                verdict == Verdict.FAILED ? Optional.of(SandboxPayouts.FAILURE) : Optional.empty());
    }

    private Said has(SimulatedOrder order) {
        PayoutFacts facts = results.facts(order);
        return new Said.Has(Optional.of(new UpstreamTradeNo(facts.number())), report(facts));
    }

    /** Pending is no news. */
    private static Optional<Report> report(PayoutFacts facts) {
        Statement said = new Statement(facts.legs(), facts.particulars());
        Optional<Failure> none = Optional.empty();
        return switch (facts.state()) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(new Report.Settled(said, at));
            case State.Failed(var at, var why, var _) -> Optional.of(new Report.Declined(said, at, why));
            case State.BouncedBack(var paidAt, var at, var _) ->
                Optional.of(new Report.Returned(said, paidAt, at, none));
        };
    }
}
