package io.quittance.application.capture;

import io.quittance.application.lifecycle.InMemoryOrders;
import io.quittance.application.store.Memory;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The twin of the operations' tables. */
public final class InMemoryOperations implements OrderOperations {
    private final Map<Sort, InMemoryOrders<Operation, OperationId, Key>> tables = new EnumMap<>(Sort.class);

    public InMemoryOperations(Memory memory) {
        for (Sort sort : Sort.values()) {
            tables.put(
                    sort,
                    new InMemoryOrders<>(
                            memory,
                            new InMemoryOrders.Shape<>(
                                    Operation::id,
                                    Operation::merchant,
                                    Operation::key,
                                    operation -> operation
                                            .upstreamNo()
                                            .map(no -> new InMemoryOrders.Upstream(operation.account(), no.value())),
                                    Operation::ended,
                                    Operation::createdAt)));
        }
    }

    @Override
    public InMemoryOrders<Operation, OperationId, Key> of(Sort sort) {
        return tables.get(sort);
    }

    /** All of them, whoever's. */
    public Stream<Operation> all() {
        return tables.values().stream().flatMap(InMemoryOrders::all);
    }
}
