package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import java.time.Instant;
import java.util.List;

/** The queue of errands. Only the owner of a shard reads it, so nobody claims a row. */
public interface Errands {
    /** Call inside the transaction that made the order: both are kept or neither is. An order has one errand. */
    void add(Errand errand);

    /** What this shard owes by now behind a position, in the order of due time and id; changes nothing. */
    List<Errand> due(Shard shard, Position after, Instant now, int limit);

    /** Keeps what an errand has become. @return false if it is there no more, as its order has ended */
    boolean replace(Errand errand);

    /** Nothing is left to ask about that order. No effect if nothing was. */
    void drop(ObjectRef about);
}
