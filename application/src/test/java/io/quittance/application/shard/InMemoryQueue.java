package io.quittance.application.shard;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the twins of both queues have in common. Its callers hold the memory's lock. */
public final class InMemoryQueue<Q extends Queued> {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::dueAt).thenComparing(Position::id);

    private final Rows<Long, Q> rows;
    private long lastId;

    public InMemoryQueue(Memory memory) {
        rows = Rows.of(memory);
    }

    public long nextId() {
        return ++lastId;
    }

    public Q put(Q entry) {
        rows.put(entry.id(), entry);
        return entry;
    }

    public void remove(Q entry) {
        rows.remove(entry.id());
    }

    public Optional<Q> get(long id) {
        return rows.get(id);
    }

    public List<Q> all() {
        return rows.all().toList();
    }

    /** All about one order, in the order in which they were added. */
    public List<Q> about(ObjectRef about) {
        return rows.all().filter(entry -> entry.about().equals(about)).toList();
    }

    public List<Q> due(Shard shard, Position after, Instant now, int limit, Predicate<Q> free) {
        return rows.all()
                .filter(entry -> entry.shard().equals(shard))
                .filter(entry -> !entry.dueAt().isAfter(now))
                .filter(entry -> ORDER.compare(entry.position(), after) > 0)
                .filter(free)
                .sorted(Comparator.comparing(Queued::position, ORDER))
                .limit(limit)
                .toList();
    }
}
