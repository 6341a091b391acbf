package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;

/**
 * How much waits in a lane, over the shards that were asked about.
 *
 * @param depth entries that are due some time, now or later
 * @param earliest when the first of them is
 */
public record Backlog(long lane, long depth, Instant earliest) {
    public Backlog {
        if (depth < 1) {
            throw new IllegalArgumentException("depth: " + depth + " (expected: >= 1)");
        }
        Objects.requireNonNull(earliest, "earliest");
    }
}
