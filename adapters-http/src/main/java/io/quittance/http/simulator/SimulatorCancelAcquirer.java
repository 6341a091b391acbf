package io.quittance.http.simulator;

import io.quittance.application.authorization.CancelAcquirer;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Cancel.Report;
import io.quittance.domain.authorization.Cancel.State;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.util.Optional;

/**
 * The far end of cancels. It takes every one; all succeed but those of an order that ends in {@value
 * SimulatedCancel#FAILING}.
 *
 * <p>Asked again, it answers the number of the first time and where the order stands for whoever listens: pending until
 * its result was told.
 */
public final class SimulatorCancelAcquirer implements CancelAcquirer {
    private final SimulatorDesk desk;

    public SimulatorCancelAcquirer(SimulatorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Answer<Said> cancel(Merchant merchant, Cancel cancel) {
        Receipt receipt = desk.take(merchant, slip(cancel));
        if (!receipt.same()) {
            return new Answer.Refused<>(
                    receipt.exchange(), new Failure("ORDER_REPEAT", "requestId was used for another cancel"));
        }
        SimulatedOrder order = receipt.order();
        return new Answer.Taken<>(
                receipt.exchange(), new Said(Optional.of(new UpstreamCancelNo(order.number())), told(order, cancel)));
    }

    @Override
    public boolean knowsItsIds() {
        return true;
    }

    private static Slip slip(Cancel cancel) {
        boolean fails = cancel.order().value().endsWith(SimulatedCancel.FAILING);
        return new Slip(
                SimulatedCancel.OPERATION,
                cancel.request().value(),
                SimulatedCancel.asked(cancel),
                fails ? Verdict.FAILED : Verdict.SUCCESS,
                fails ? Optional.of(SimulatedCancel.FAILURE) : Optional.empty());
    }

    /** The result if it was told and acknowledged before; until then the order is pending for whoever asks. */
    private static Optional<Report> told(SimulatedOrder order, Cancel cancel) {
        if (order.dueAt().isPresent()) {
            return Optional.empty();
        }
        Optional<OutTradeNo> of = Optional.of(cancel.order());
        return switch (SimulatedCancel.state(order)) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(new Report.Settled(of, at));
            case State.Failed(var at, var why) -> Optional.of(new Report.Declined(of, at, why));
        };
    }
}
