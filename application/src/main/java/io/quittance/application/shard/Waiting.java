package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;

/** Where something is owed, and when the first of it is due, now or later. */
public record Waiting(Stretch stretch, Instant earliest) {
    public Waiting {
        Objects.requireNonNull(stretch, "stretch");
        Objects.requireNonNull(earliest, "earliest");
    }
}
