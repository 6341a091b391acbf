package io.quittance.application.capture;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Captures, or cancels, under the lock of their order. */
public final class FollowedOperations implements FollowedOrders<Operation> {
    private final Sort sort;
    private final LockedOperations operations;

    public FollowedOperations(Sort sort, LockedOperations operations) {
        this.sort = sort;
        this.operations = operations;
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
    public boolean ended(Operation operation) {
        return operation.ended();
    }

    @Override
    public Duration overdueAfter() {
        return SubmitOperation.OVERDUE_AFTER;
    }

    @Override
    public List<ObjectRef> late(Instant madeUntil, int skip, int limit) {
        return operations.late(sort, madeUntil, skip, limit).stream()
                .map(ObjectRef::of)
                .toList();
    }

    @Override
    public boolean markOverdue(Operation operation, Instant now) {
        return operations.markOverdue(operation.id(), now);
    }
}
