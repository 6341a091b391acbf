package io.quittance.application.shard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a shard owes, whatever the lane, for tests that look. */
public final class OwedIn {
    private OwedIn() {}

    /** In the order of due time and id. @param from what was due before does not count */
    public static <Q extends Queued> List<Q> shard(Owed<Q> owed, Shard shard, Instant from, Instant until) {
        return owed.waiting(Set.of(shard)).stream()
                .flatMap(waiting ->
                        owed.due(waiting.stretch(), new Position(from, 0), until, 100_000).entries().stream())
                .sorted(Comparator.comparing(Queued::dueAt).thenComparing(Queued::id))
                .toList();
    }

    public static <Q extends Queued> List<Q> shard(Owed<Q> owed, Shard shard, Instant until) {
        return shard(owed, shard, Instant.EPOCH, until);
    }
}
