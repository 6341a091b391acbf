package io.quittance.application.shard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Whether the workers of this instance turn; one that does not for a moment is no reason to give up. */
final class Turning {
    private final Duration patience;
    private final Ticker ticker;
    private final List<BooleanSupplier> workers = new CopyOnWriteArrayList<>();
    private long seenAt;

    Turning(Duration patience, Ticker ticker) {
        this.patience = patience;
        this.ticker = ticker;
        begin();
    }

    void include(BooleanSupplier worker) {
        workers.add(worker);
    }

    /** Counts from now on. */
    void begin() {
        seenAt = ticker.nanos();
    }

    /** Looks at all of them now. @return false if one of them has not turned for longer than the patience lasts */
    boolean lately() {
        if (workers.stream().allMatch(BooleanSupplier::getAsBoolean)) {
            begin();
        }
        return ticker.since(seenAt).compareTo(patience) <= 0;
    }
}
