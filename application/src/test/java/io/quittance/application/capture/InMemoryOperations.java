package io.quittance.application.capture;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the operations' tables. */
public final class InMemoryOperations implements OrderOperations {
    private static final Comparator<OperationId> BY_ID =
            Comparator.comparing(OperationId::sort).thenComparing(OperationId::value);
    private static final Comparator<Key> BY_KEY = Comparator.comparing(Key::sort)
            .thenComparing(key -> key.merchant().value())
            .thenComparing(key -> key.request().value());

    private final Memory memory;
    private final Rows<OperationId, Operation> operations;
    private final Rows<Key, OperationId> numbers;
    private final Rows<OperationId, OperationId> overdue;

    public InMemoryOperations(Memory memory) {
        this.memory = memory;
        operations = new Rows<>(memory, BY_ID);
        numbers = new Rows<>(memory, BY_KEY);
        overdue = new Rows<>(memory, BY_ID);
    }

    @Override
    public Added add(Operation operation) {
        return memory.within(() -> {
            Optional<Operation> earlier = find(operation.key());
            if (earlier.isPresent()) {
                return new Added.Known(earlier.get());
            }
            if (find(operation.id()).isPresent()) {
                return new Added.NumberTaken();
            }
            operations.put(operation.id(), operation);
            numbers.put(operation.key(), operation.id());
            return new Added.New();
        });
    }

    @Override
    public Optional<Operation> find(Key key) {
        return memory.read(() -> numbers.get(key).flatMap(this::find));
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return memory.read(() -> operations.get(id));
    }

    @Override
    public Optional<Operation> lock(Key key) {
        return memory.within(() -> find(key));
    }

    @Override
    public Optional<Operation> lock(OperationId id) {
        return memory.within(() -> find(id));
    }

    @Override
    public void replace(Operation next) {
        memory.within(() -> {
            find(next.id()).orElseThrow(() -> new IllegalStateException("there is no operation " + next.id()));
            operations.put(next.id(), next);
            if (next.ended()) {
                overdue.remove(next.id());
            }
            return next;
        });
    }

    @Override
    public void markOverdue(OperationId id, Instant at) {
        memory.within(() -> {
            overdue.put(id, id);
            return id;
        });
    }

    @Override
    public long overdue(Sort sort) {
        return memory.read(() -> overdue.all().filter(id -> id.sort() == sort).count());
    }

    /** All of them, whoever's. */
    public Stream<Operation> all() {
        return operations.all();
    }
}
