package io.quittance.application.simulator;

import io.quittance.application.shard.InMemoryQueue;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The twin of the simulator's table. */
public final class InMemorySimulatedOrders implements SimulatedOrders {
    private final Memory memory;
    private final Rows<Key, SimulatedOrder> rows;
    private final Map<Key, Long> ids = new ConcurrentHashMap<>();
    private final InMemoryQueue<UntoldResult> queue;

    private record Key(long merchant, String operation, String request) {
        static Key of(SimulatedOrder order) {
            return new Key(order.merchant().value(), order.operation(), order.request());
        }
    }

    public InMemorySimulatedOrders(Memory memory) {
        this.memory = memory;
        queue = new InMemoryQueue<>(memory, (result, due) -> new UntoldResult(result.id(), result.order(), due));
        rows = new Rows<>(
                memory,
                Comparator.comparing(Key::merchant)
                        .thenComparing(Key::operation)
                        .thenComparing(Key::request));
    }

    @Override
    public Optional<SimulatedOrder> add(SimulatedOrder order) {
        return memory.alone(() -> {
            Optional<SimulatedOrder> earlier = rows.get(Key.of(order));
            if (earlier.isEmpty()) {
                ids.computeIfAbsent(Key.of(order), _ -> 1L + ids.size());
                rows.put(Key.of(order), order);
                queued(order);
            }
            return earlier;
        });
    }

    @Override
    public Optional<SimulatedOrder> find(MerchantId merchant, String operation, String request) {
        return memory.read(() -> rows.get(new Key(merchant.value(), operation, request)));
    }

    @Override
    public List<SimulatedOrder> taken(MerchantId merchant, String operation, Instant from, Instant until, int limit) {
        return memory.read(() -> rows.all()
                .filter(order ->
                        order.merchant().equals(merchant) && order.operation().equals(operation))
                .filter(order ->
                        !order.createdAt().isBefore(from) && order.createdAt().isBefore(until))
                .sorted(Comparator.comparing(SimulatedOrder::createdAt))
                .limit(limit)
                .toList());
    }

    @Override
    public InMemoryQueue<UntoldResult> owed() {
        return queue;
    }

    /** An order has a row in the queue of its own, free while a result of it is to be told. */
    private void queued(SimulatedOrder order) {
        long id = ids.get(Key.of(order));
        queue.put(
                new UntoldResult(id, order, order.dueAt().orElse(order.settledAt())),
                order.dueAt().isPresent());
    }

    @Override
    public void told(SimulatedOrder order) {
        memory.alone(() -> {
            rows.get(Key.of(order)).ifPresent(_ -> {
                rows.put(Key.of(order), order);
                queued(order);
            });
            return order;
        });
    }

    /** How many it took, whoever's. */
    public int size() {
        return memory.read(rows::size);
    }
}
