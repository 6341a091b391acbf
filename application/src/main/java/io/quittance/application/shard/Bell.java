package io.quittance.application.shard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the worker of this process that a shard has new work; rung after the commit that made it. */
public final class Bell {
    private final List<Consumer<Shard>> listeners = new CopyOnWriteArrayList<>();

    public void ring(Shard shard) {
        listeners.forEach(listener -> listener.accept(shard));
    }

    public void listen(Consumer<Shard> listener) {
        listeners.add(listener);
    }
}
