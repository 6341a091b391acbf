package io.quittance.persistence.shard;

import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Owed;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Queued;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.shard.Waiting;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Due;
import io.quittance.persistence.database.ForPeople;
import io.quittance.persistence.database.Sql;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What all queues' tables have in common: an index on shard, lane, due time and id by which they are read, and why an entry
 * is not due at all: {@code stopped} says so wherever {@code due_at} is null.
 */
public final class QueueTable<Q extends Queued> implements Owed<Q> {
    /** As long as the column. */
    private static final int LONGEST_WHY = 800;

    private static final String ASIDE = "ASIDE";

    private final Sql sql;
    private final Layout<Q> layout;
    private final String version;
    private final String waiting;
    private final String backlog;
    private final String due;

    /**
     * How a queue's table is read.
     *
     * @param purpose what it is a queue of, as people call it
     * @param lane the column with the lane
     * @param columns all that a row is read from, id and due time among them
     */
    public record Layout<Q>(String table, String purpose, String lane, String columns, Cells.Reader<Q> reader) {}

    /** @param version of this program: what it cannot read, another may */
    public QueueTable(Sql sql, Layout<Q> layout, String version) {
        this.sql = sql;
        this.layout = layout;
        this.version = version;
        // A loose scan of the index: one look for each stretch, however long it is. Of all shards, as the servers would
        // rather read some of them whole than skip through these.
        this.waiting = "select shard, %1$s as lane, min(due_at) as earliest from %2$s group by shard, %1$s"
                .formatted(layout.lane(), layout.table());
        this.backlog = """
            select %1$s as lane, count(*) as depth, min(due_at) as earliest from %2$s
            where shard in (%%s) and due_at is not null group by %1$s
            """.formatted(layout.lane(), layout.table());
        // The keyset is a range and a filter, because MySQL finds no range in (due_at, id) > (?, ?).
        this.due = """
            select %s from %s
            where shard = ? and %s = ? and due_at between ? and ? and (due_at > ? or id > ?)
            order by due_at, id limit ?
            """.formatted(layout.columns(), layout.table(), layout.lane());
    }

    @Override
    public List<Waiting> waiting(Collection<Shard> shards) {
        return sql.list("look over the queue of " + layout.purpose(), waiting, QueueTable::waiting).stream()
                .flatMap(Optional::stream)
                .filter(one -> shards.contains(one.stretch().shard()))
                .toList();
    }

    /** Of a stretch in which all is stopped nothing is due. */
    private static Optional<Waiting> waiting(Cells cells) throws SQLException {
        Stretch stretch = new Stretch(new Shard(cells.integer("shard")), cells.whole("lane"));
        return cells.maybeDue("earliest").map(earliest -> new Waiting(stretch, earliest));
    }

    @Override
    public List<Backlog> backlog(Collection<Shard> shards) {
        if (shards.isEmpty()) {
            return List.of();
        }
        return sql.list(
                "count the queue of " + layout.purpose(),
                backlog.formatted(String.join(", ", Collections.nCopies(shards.size(), "?"))),
                cells -> new Backlog(cells.whole("lane"), cells.whole("depth"), cells.due("earliest")),
                shards.stream().map(Shard::number).toArray());
    }

    private record Row<Q>(Position position, Optional<Q> entry, String fault) {}

    @Override
    public Page<Q> due(Stretch stretch, Position after, Instant until, int limit) {
        List<Row<Q>> rows = sql.list(
                "read the queue of " + layout.purpose(),
                due,
                this::row,
                stretch.shard().number(),
                stretch.lane(),
                new Due(after.dueAt()),
                new Due(until),
                new Due(after.dueAt()),
                after.id(),
                limit);
        return new Page<>(
                rows.stream().flatMap(row -> row.entry().stream()).toList(),
                rows.stream()
                        .filter(row -> row.entry().isEmpty())
                        .map(row -> new Page.Unreadable(row.position().id(), row.fault()))
                        .toList(),
                rows.size() == limit ? Optional.of(rows.getLast().position()) : Optional.empty());
    }

    @Override
    public List<Q> these(Collection<Long> ids) {
        String these = "select %s from %s where id in (%s) and due_at is not null"
                .formatted(layout.columns(), layout.table(), String.join(", ", Collections.nCopies(ids.size(), "?")));
        return sql.list("read some of the queue of " + layout.purpose(), these, this::row, ids.toArray()).stream()
                .flatMap(row -> row.entry().stream())
                .toList();
    }

    /** Each by itself: one that another version wrote must not keep the others from being read. */
    private Row<Q> row(Cells cells) throws SQLException {
        Position position = new Position(cells.due("due_at"), cells.whole("id"));
        try {
            return new Row<>(position, Optional.of(layout.reader().read(cells)), "");
        } catch (RuntimeException | SQLDataException e) {
            return new Row<>(position, Optional.empty(), e.toString());
        }
    }

    @Override
    public int stumbled(long id) {
        String purpose = "count a fault";
        sql.change(purpose, "update " + layout.table() + " set faults = faults + 1 where id = ?", id);
        return sql.first(
                        purpose,
                        "select faults from " + layout.table() + " where id = ?",
                        cells -> cells.integer("faults"),
                        id)
                .orElse(0);
    }

    @Override
    public void putOff(long id, Instant until) {
        sql.change(
                "put off an entry",
                "update " + layout.table() + " set due_at = ? where id = ? and due_at is not null",
                new Due(until),
                id);
    }

    /** Makes an entry due at that time, also one that is stopped. */
    public void arm(long id, Instant due) {
        sql.change(
                "arm an entry",
                "update " + layout.table() + " set due_at = ?, faults = 0, stopped = null, stopped_why = null,"
                        + " stopped_by = null where id = ?",
                new Due(due),
                id);
    }

    @Override
    public void setAside(long id, String why) {
        sql.change(
                "set aside an entry",
                "update " + layout.table()
                        + " set due_at = null, stopped = ?, stopped_why = ?, stopped_by = ? where id = ?",
                ASIDE,
                ForPeople.upTo(LONGEST_WHY, why),
                version,
                id);
    }

    /** One by one: an update that changes the index that it goes by needs a table of its own for what it has seen. */
    @Override
    public int recall(Instant due) {
        List<Long> ids = sql.list(
                "find what was set aside",
                "select id from " + layout.table() + " where stopped = ? and stopped_by <> ?",
                cells -> cells.whole("id"),
                ASIDE,
                version);
        ids.forEach(id -> arm(id, due));
        return ids.size();
    }

    @Override
    public long aside() {
        return stopped(ASIDE);
    }

    /** How many are not due for that reason. */
    public long stopped(String why) {
        return sql.first(
                        "count what is stopped",
                        "select count(*) as stopped from " + layout.table() + " where stopped = ?",
                        cells -> cells.whole("stopped"),
                        why)
                .orElseThrow();
    }
}
