package io.quittance.application.shard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the worker of this process that a lane has new work in a shard; rung after the commit that made it. */
public final class Bell {
    private final List<Consumer<Stretch>> listeners = new CopyOnWriteArrayList<>();

    public void ring(Stretch stretch) {
        listeners.forEach(listener -> listener.accept(stretch));
    }

    public void listen(Consumer<Stretch> listener) {
        listeners.add(listener);
    }
}
