package io.quittance.persistence.errand;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.shard.QueuePage;
import java.time.Instant;
import java.util.List;

/** The queue of errands in the table {@code errand}. */
public final class JdbcErrands implements Errands {
    private static final String ADD = """
        insert into errand (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """.formatted(ErrandRow.COLUMNS);

    /** A {@link QueuePage}. */
    private static final String DUE = """
        select id, %s from errand
        where shard = ? and due_at between ? and ? and (due_at > ? or id > ?)
        order by due_at, id limit ?
        """.formatted(ErrandRow.COLUMNS);

    private static final String REPLACE = """
        update errand set due_at = ?, step = ?, attempt = ?, sending = ?, unsure = ? where id = ?
        """;

    private static final String IS_THERE = "select id from errand where id = ?";

    private static final String DROP = "delete from errand where object_kind = ? and object_id = ?";

    private final Sql sql;

    public JdbcErrands(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Errand errand) {
        try {
            sql.change("add an errand", ADD, ErrandRow.of(errand).values());
        } catch (StatementFailed e) {
            if (e.fault() == Fault.DUPLICATE) {
                throw new IllegalStateException(errand.about() + " has an errand already", e);
            }
            throw e;
        }
    }

    @Override
    public List<Errand> due(Shard shard, Position after, Instant now, int limit) {
        return sql
                .list("read the queue of errands", DUE, ErrandRow::read, QueuePage.values(shard, after, now, limit))
                .stream()
                .map(ErrandRow::toErrand)
                .toList();
    }

    @Override
    public boolean replace(Errand errand) {
        ErrandRow row = ErrandRow.of(errand);
        int changed = sql.change(
                "replace an errand",
                REPLACE,
                row.dueAt(),
                row.step(),
                row.attempt(),
                row.sending(),
                row.unsure(),
                row.id());
        return changed == 1
                || sql.first("find an errand", IS_THERE, cells -> cells.whole("id"), row.id())
                        .isPresent();
    }

    @Override
    public void drop(ObjectRef about) {
        sql.change("drop an errand", DROP, about.kind(), identifier(about.id()));
    }
}
