package io.quittance.application.shard;

import java.time.Instant;

/** How far a shard's queue was read: behind the entry with that due time and id. */
public record Position(Instant dueAt, long id) {
    /** Before everything. */
    public static final Position START = new Position(Instant.EPOCH, 0);
}
