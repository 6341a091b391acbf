package io.quittance.application.capture;

import io.quittance.application.lifecycle.Moves;
import io.quittance.application.repair.End;
import io.quittance.application.repair.Endable;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Transition;
import java.time.Instant;

/** Captures and cancels as a person ends them: as if upstream had told the end and no terms. */
public final class OperationsByHand {
    private OperationsByHand() {}

    public static Endable<Operation, OperationEnded> of(
            FollowedOrders<Operation> operations, Moves<Operation, OperationEnded> moves) {
        return new Endable<>(operations, moves, OperationsByHand::ended);
    }

    private static Transition<Operation, OperationEnded> ended(Operation operation, End end, Instant at) {
        return operation.apply(
                switch (end) {
                    case End.Success() -> new Report.Settled(Terms.UNSAID, at);
                    case End.Failed(var why) -> new Report.Declined(Terms.UNSAID, at, why);
                });
    }
}
