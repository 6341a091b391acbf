package io.quittance.application.shard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was read of a lane and is not yet done with, so that nothing is begun twice. {@link Lanes} guards it. */
final class InHand {
    private final Map<Long, Shard> all = new HashMap<>();

    /** A read that goes on may bring these once more. */
    private final Set<Long> doneWhileRead = new HashSet<>();

    void beginReading() {
        doneWhileRead.clear();
    }

    boolean isFree(Queued entry) {
        return !all.containsKey(entry.id()) && !doneWhileRead.contains(entry.id());
    }

    void take(Queued entry) {
        all.put(entry.id(), entry.shard());
    }

    /** It was not begun. */
    void leave(Queued entry) {
        all.remove(entry.id());
    }

    void finished(Queued entry, boolean beingRead) {
        all.remove(entry.id());
        if (beingRead) {
            doneWhileRead.add(entry.id());
        }
    }

    int of(Shard shard) {
        return Math.toIntExact(all.values().stream().filter(shard::equals).count());
    }

    int size() {
        return all.size();
    }
}
