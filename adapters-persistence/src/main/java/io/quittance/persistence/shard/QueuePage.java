package io.quittance.persistence.shard;

import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import java.time.Instant;

/**
 * The next entries of a shard's queue, as both queues are read:
 *
 * <pre>
 * where shard = ? and due_at between ? and ? and (due_at &gt; ? or id &gt; ?) ... order by due_at, id limit ?
 * </pre>
 *
 * The keyset is a range and a filter, because MySQL finds no range in {@code (due_at, id) > (?, ?)}.
 */
public final class QueuePage {
    private QueuePage() {}

    /** What fills that query, in its order. */
    public static Object[] values(Shard shard, Position after, Instant now, int limit) {
        return new Object[] {shard.number(), after.dueAt(), now, after.dueAt(), after.id(), limit};
    }
}
