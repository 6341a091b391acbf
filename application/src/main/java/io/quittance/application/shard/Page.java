package io.quittance.application.shard;

import java.util.List;
import java.util.Optional;

/**
 * A part of a stretch as it was read.
 *
 * @param entries those that could be read, in the order of due time and id
 * @param unreadable those that could not
 * @param more where to read on; empty if that was all
 */
public record Page<Q extends Queued>(List<Q> entries, List<Unreadable> unreadable, Optional<Position> more) {
    public Page {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    /** An entry that this version cannot read: another version wrote it, or it was damaged. */
    public record Unreadable(long id, String why) {}
}
