package io.quittance.application.shard;

import io.quittance.application.journal.ObjectRef;
import java.time.Instant;

/** Something that is owed: an errand or a delivery. */
public interface Queued {
    /** Grows with time; unique within its queue. */
    long id();

    ObjectRef about();

    Instant dueAt();

    default Shard shard() {
        return Shard.of(about());
    }

    default Position position() {
        return new Position(dueAt(), id());
    }
}
