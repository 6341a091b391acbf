package io.quittance.application.shard;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the twins of all queues have in common; an entry may be stopped, and is not due then. */
public final class InMemoryQueue<Q extends Queued> implements Owed<Q> {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::dueAt).thenComparing(Position::id);

    private final Memory memory;
    private final Rows<Long, Row<Q>> rows;
    private final Rescheduled<Q> rescheduled;
    private long lastId;

    private record Row<Q>(Q entry, int faults, boolean free, boolean aside) {}

    /** The same entry, due then. */
    @FunctionalInterface
    public interface Rescheduled<Q> {
        Q at(Q entry, Instant due);
    }

    public InMemoryQueue(Memory memory, Rescheduled<Q> rescheduled) {
        this.memory = memory;
        this.rows = Rows.of(memory);
        this.rescheduled = rescheduled;
    }

    public long nextId() {
        return ++lastId;
    }

    public Q put(Q entry) {
        return put(entry, true);
    }

    /** @param free whether it is due at its time, or not at all */
    public Q put(Q entry, boolean free) {
        rows.put(entry.id(), new Row<>(entry, 0, free, false));
        return entry;
    }

    public void remove(Q entry) {
        rows.remove(entry.id());
    }

    public Optional<Q> get(long id) {
        return rows.get(id).map(Row::entry);
    }

    public List<Q> all() {
        return rows.all().map(Row::entry).toList();
    }

    public boolean isFree(Q entry) {
        return rows.get(entry.id()).filter(Row::free).isPresent();
    }

    /** All about one order, in the order in which they were added. */
    public List<Q> about(ObjectRef about) {
        return rows.all()
                .map(Row::entry)
                .filter(entry -> entry.about().equals(about))
                .toList();
    }

    @Override
    public List<Waiting> waiting(Collection<Shard> shards) {
        return memory.read(() -> rows
                .all()
                .filter(Row::free)
                .map(Row::entry)
                .filter(entry -> shards.contains(entry.shard()))
                .collect(Collectors.toMap(
                        Queued::stretch, Queued::dueAt, (one, other) -> one.isBefore(other) ? one : other))
                .entrySet()
                .stream()
                .map(one -> new Waiting(one.getKey(), one.getValue()))
                .toList());
    }

    @Override
    public List<Backlog> backlog(Collection<Shard> shards) {
        return memory.read(() -> rows
                .all()
                .filter(Row::free)
                .map(Row::entry)
                .filter(entry -> shards.contains(entry.shard()))
                .collect(Collectors.toMap(
                        entry -> entry.stretch().lane(),
                        entry -> new Backlog(entry.stretch().lane(), 1, entry.dueAt()),
                        (one, other) -> new Backlog(
                                one.lane(),
                                one.depth() + other.depth(),
                                one.earliest().isBefore(other.earliest()) ? one.earliest() : other.earliest())))
                .values()
                .stream()
                .toList());
    }

    @Override
    public Page<Q> due(Stretch stretch, Position after, Instant until, int limit) {
        List<Q> due = memory.read(() -> rows.all()
                .filter(Row::free)
                .map(Row::entry)
                .filter(entry ->
                        entry.stretch().equals(stretch) && !entry.dueAt().isAfter(until))
                .filter(entry -> ORDER.compare(entry.position(), after) > 0)
                .sorted(Comparator.comparing(Queued::position, ORDER))
                .limit(limit)
                .toList());
        return new Page<>(
                due, List.of(), due.size() == limit ? Optional.of(due.getLast().position()) : Optional.empty());
    }

    @Override
    public List<Q> these(Collection<Long> ids) {
        return memory.read(() -> rows.all()
                .filter(Row::free)
                .map(Row::entry)
                .filter(entry -> ids.contains(entry.id()))
                .toList());
    }

    @Override
    public int stumbled(long id) {
        return changed(id, row -> new Row<>(row.entry(), row.faults() + 1, row.free(), row.aside()))
                .map(Row::faults)
                .orElse(0);
    }

    @Override
    public void putOff(long id, Instant until) {
        changed(id, row -> new Row<>(rescheduled.at(row.entry(), until), row.faults(), row.free(), row.aside()));
    }

    /** Makes an entry due at that time, also one that is stopped. */
    public void arm(long id, Instant due) {
        changed(id, row -> new Row<>(rescheduled.at(row.entry(), due), 0, true, false));
    }

    @Override
    public void setAside(long id, String why) {
        changed(id, row -> new Row<>(row.entry(), row.faults(), false, true));
    }

    private Optional<Row<Q>> changed(long id, UnaryOperator<Row<Q>> change) {
        return memory.within(() -> rows.get(id).map(row -> {
            rows.put(id, change.apply(row));
            return change.apply(row);
        }));
    }

    /** There is no other version in memory. */
    @Override
    public int recall(Instant due) {
        return 0;
    }

    @Override
    public long aside() {
        return memory.read(() -> rows.all().filter(Row::aside).count());
    }
}
