package io.quittance.application.simulator;

import io.quittance.application.shard.Queued;
import io.quittance.application.shard.Shard;
import java.time.Instant;
import java.util.Objects;

/** A result that the simulator still has to tell. @param id tells those apart that are due at the same time */
public record UntoldResult(long id, SimulatedOrder order, Instant dueAt) implements Queued {
    public UntoldResult {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    @Override
    public String about() {
        return order.number();
    }

    @Override
    public long lane() {
        return order.stretch().lane();
    }

    @Override
    public Shard shard() {
        return order.shard();
    }
}
