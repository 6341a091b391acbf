package io.quittance.application.shard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a lane's other side did not take, and when each was due first. Once the other side answers, they go by that time, before what
 * came later; that is their turn and no step of their schedule, so what they are put off to stays as it is. It is forgotten with the
 * instance, and is of no more than so many; the others go by the times that they were put off to. {@link Lanes} guards it.
 */
final class Missed {
    /** A lane that fails is tried once a minute at last, so these are hours of it. */
    private static final int MOST = 500;

    private final Map<Long, At> all = new HashMap<>();

    private record At(Shard shard, Instant since) {}

    /** @param again whether it is tried again */
    void tried(Hand<? extends Queued> hand, boolean again) {
        Queued entry = hand.entry();
        if (!again) {
            all.remove(entry.id());
        } else if (all.size() < MOST) {
            all.putIfAbsent(entry.id(), new At(entry.shard(), hand.since()));
        }
    }

    /** Those of a shard, and since when each is due; they are forgotten by that. */
    Map<Long, Instant> take(Shard shard) {
        Map<Long, Instant> taken = new HashMap<>();
        all.forEach((id, at) -> {
            if (at.shard().equals(shard)) {
                taken.put(id, at.since());
            }
        });
        all.keySet().removeAll(taken.keySet());
        return taken;
    }

    /** They could not be read. */
    void giveBack(Reading reading) {
        reading.missed()
                .forEach((id, since) -> all.put(id, new At(reading.stretch().shard(), since)));
    }
}
