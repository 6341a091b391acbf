package io.quittance.http.simulator;

import io.quittance.application.capture.CaptureAcquirer;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.capture.Capture.State;
import io.quittance.domain.capture.Capture.Terms;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.util.Optional;

/**
 * The far end of captures. It takes every one and decides its end at once by {@link SandboxAmounts}.
 *
 * <p>Asked again, it answers the number of the first time and where the order stands for whoever listens: pending until
 * its result was told.
 */
public final class SimulatorCaptureAcquirer implements CaptureAcquirer {
    private final SimulatorDesk desk;

    public SimulatorCaptureAcquirer(SimulatorDesk desk) {
        this.desk = desk;
    }

    @Override
    public Answer<Said> capture(Merchant merchant, Capture capture) {
        Receipt receipt = desk.take(merchant, slip(capture));
        if (!receipt.same()) {
            return new Answer.Refused<>(
                    receipt.exchange(), new Failure("ORDER_REPEAT", "requestId was used for another capture"));
        }
        SimulatedOrder order = receipt.order();
        return new Answer.Taken<>(
                receipt.exchange(), new Said(Optional.of(new UpstreamCaptureNo(order.number())), told(order, capture)));
    }

    @Override
    public boolean knowsItsIds() {
        return true;
    }

    private static Slip slip(Capture capture) {
        Verdict verdict = SandboxAmounts.verdict(capture.amount().amount());
        return new Slip(
                SimulatedCapture.OPERATION,
                capture.request().value(),
                SimulatedCapture.asked(capture),
                verdict,
                verdict == Verdict.FAILED ? Optional.of(SandboxAmounts.FAILURE) : Optional.empty());
    }

    /** The result if it was told and acknowledged before; until then the order is pending for whoever asks. */
    private static Optional<Report> told(SimulatedOrder order, Capture capture) {
        if (order.dueAt().isPresent()) {
            return Optional.empty();
        }
        Terms terms = Terms.of(capture.order(), capture.amount());
        return switch (SimulatedCapture.state(order)) {
            case State.Pending _ -> Optional.empty();
            case State.Succeeded(var at) -> Optional.of(new Report.Settled(terms, at));
            case State.Failed(var at, var why) -> Optional.of(new Report.Declined(terms, at, why));
        };
    }
}
