package io.quittance.application.capture;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.repair.End;
import io.quittance.application.repair.Endable;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Captures, or cancels, as a person ends them: as if upstream had told the end and no terms. */
public final class OperationsByHand implements Endable<Operation, OperationEnded> {
    private final Sort sort;
    private final LockedOperations operations;
    private final Moves<Operation, OperationEnded> moves;

    public OperationsByHand(Sort sort, LockedOperations operations, Moves<Operation, OperationEnded> moves) {
        this.sort = sort;
        this.operations = operations;
        this.moves = moves;
    }

    @Override
    public ObjectRef.Kind kind() {
        return ObjectRef.kind(sort);
    }

    @Override
    public Optional<Operation> lock(ObjectRef about) {
        return operations.lock(about.operationId());
    }

    @Override
    public MerchantId merchant(Operation operation) {
        return operation.merchant();
    }

    @Override
    public AccountId account(Operation operation) {
        return operation.account();
    }

    @Override
    public Transition<Operation, OperationEnded> ended(Operation operation, End end, Instant at) {
        return operation.apply(
                switch (end) {
                    case End.Success() -> new Report.Settled(Terms.UNSAID, at);
                    case End.Failed(var why) -> new Report.Declined(Terms.UNSAID, at, why);
                });
    }

    @Override
    public Moves<Operation, OperationEnded> moves() {
        return moves;
    }
}
