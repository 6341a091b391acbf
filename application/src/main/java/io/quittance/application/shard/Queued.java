package io.quittance.application.shard;

import java.time.Instant;

/** Something that is owed: an errand, a delivery, a result that the simulator tells. */
public interface Queued {
    /** Grows with time; unique within its queue. */
    long id();

    /** Which order it concerns. */
    Object about();

    /** The shard of that order. */
    Shard shard();

    /** Whom it is owed to, so that one who cannot take it holds up nobody else; each queue numbers its own. */
    long lane();

    Instant dueAt();

    default Stretch stretch() {
        return new Stretch(shard(), lane());
    }

    default Position position() {
        return new Position(dueAt(), id());
    }
}
