package io.quittance.application.capture;

import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the operations on authorized orders stand now, captures and cancels; both ids count for each sort on its own. */
public interface OrderOperations extends Orders<Operation, OperationId, Key> {
    /** Where those of one sort stand. */
    Orders<Operation, OperationId, Key> of(Sort sort);

    @Override
    default Added<Operation> add(Operation operation) {
        return of(operation.sort()).add(operation);
    }

    @Override
    default Optional<Operation> find(MerchantId merchant, Key key) {
        return of(key.sort()).find(merchant, key);
    }

    @Override
    default Optional<Operation> find(OperationId id) {
        return of(id.sort()).find(id);
    }

    @Override
    default Optional<Operation> lock(MerchantId merchant, Key key) {
        return of(key.sort()).lock(merchant, key);
    }

    @Override
    default Optional<Operation> lock(OperationId id) {
        return of(id.sort()).lock(id);
    }

    @Override
    default boolean replace(Operation next) {
        return of(next.sort()).replace(next);
    }

    /** Those of each sort in turn. */
    @Override
    default List<OperationId> late(Instant madeUntil, int skip, int limit) {
        return Stream.of(Sort.values())
                .flatMap(sort -> of(sort).late(madeUntil, 0, skip + limit).stream())
                .skip(skip)
                .limit(limit)
                .toList();
    }

    @Override
    default boolean markOverdue(OperationId id, Instant at) {
        return of(id.sort()).markOverdue(id, at);
    }

    @Override
    default long overdue() {
        return Stream.of(Sort.values()).mapToLong(sort -> of(sort).overdue()).sum();
    }
}
