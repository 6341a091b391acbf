package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.OperationAcquirer;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.util.Optional;

/**
 * The far end of captures and cancels. It takes every one and decides its end at once: of captures by {@link
 * SandboxAmounts}; cancels succeed but for those of an order that ends in {@value #FAILING}.
 *
 * <p>Asked again, it answers the number of the first time and where the order stands for whoever listens: pending until
 * its result was told.
 */
public final class SimulatorOperationAcquirer implements OperationAcquirer {
    /** An order whose number ends so cannot be cancelled; PayerMax documents nothing of the kind. */
    static final String FAILING = "-CANCEL-FAILS";

    /** What a failing cancel is told. */
    static final Failure CANCEL_FAILURE = new Failure("ORDER_CLOSE_FAILED", "The simulator fails this order's cancel.");

    private final SimulatorDesk desk;

    public SimulatorOperationAcquirer(SimulatorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Answer<Said> submit(Holder holder, Operation operation) {
        Receipt receipt = desk.take(holder, slip(operation));
        Said said = receipt.same() ? new Said.Has(told(receipt.order(), operation)) : new Said.HadAlready();
        return new Answer.Taken<>(receipt.exchange(), said);
    }

    @Override
    public boolean knowsItsIds() {
        return true;
    }

    private static Slip slip(Operation operation) {
        Verdict verdict = verdict(operation);
        return new Slip(
                OperationPage.of(operation).api(),
                operation.request().value(),
                JsonWriter.object(data -> OperationWire.Request.write(data, operation)),
                verdict,
                verdict == Verdict.FAILED ? Optional.of(failure(operation)) : Optional.empty());
    }

    private static Verdict verdict(Operation operation) {
        return switch (operation) {
            case Capture capture -> SandboxAmounts.verdict(capture.amount().amount());
            case Cancel cancel -> cancel.order().value().endsWith(FAILING) ? Verdict.FAILED : Verdict.SUCCESS;
        };
    }

    private static Failure failure(Operation operation) {
        return switch (operation) {
            case Capture _ -> SandboxAmounts.FAILURE;
            case Cancel _ -> CANCEL_FAILURE;
        };
    }

    /** The result if it was told and acknowledged before; until then the order is pending for whoever asks. */
    private static Report told(SimulatedOrder order, Operation operation) {
        Terms terms = new Terms(
                Optional.of(new UpstreamNo(order.number())),
                Optional.of(operation.order()),
                operation.collects().map(Money::amount),
                operation.collects().map(Money::currency));
        if (order.dueAt().isPresent()) {
            return new Report.Processing(terms);
        }
        return switch (SimulatedOperation.state(order)) {
            case State.Pending _ -> new Report.Processing(terms);
            case State.Succeeded(var at) -> new Report.Settled(terms, at);
            case State.Failed(var at, var why) -> new Report.Declined(terms, at, why);
        };
    }
}
