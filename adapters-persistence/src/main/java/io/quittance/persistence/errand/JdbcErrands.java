package io.quittance.persistence.errand;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Owed;
import io.quittance.domain.account.AccountId;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.shard.QueueTable;
import io.quittance.persistence.shard.QueueTable.Layout;
import java.time.Instant;
import java.util.Optional;

/** The queue of errands in the table {@code errand}. */
public final class JdbcErrands implements Errands {
    private static final String ADD =
            "insert into errand (" + ErrandRow.ALL.listed() + ") values (" + ErrandRow.ALL.marks() + ")";

    private static final String REPLACE =
            "update errand set " + ErrandRow.MOVING.assigned() + ", faults = 0 where id = ?";

    private static final String IS_THERE = "select id from errand where id = ?";

    private static final String ASKED =
            "select id, account_id, step from errand where object_kind = ? and object_id = ?";

    private static final String DROP = "delete from errand where object_kind = ? and object_id = ?";

    private final Sql sql;
    private final QueueTable<Errand> queue;

    /** @param version of this program: what it cannot read, another may */
    public JdbcErrands(Sql sql, String version) {
        this.sql = sql;
        this.queue = new QueueTable<>(
                sql,
                new Layout<>("errand", "errands", "lane", "id, " + ErrandRow.ALL.listed(), ErrandRow::read),
                version);
    }

    @Override
    public void add(Errand errand) {
        try {
            sql.change("add an errand", ADD, ErrandRow.ALL.bound(errand));
        } catch (StatementFailed e) {
            if (e.fault() == Fault.DUPLICATE) {
                throw new IllegalStateException(errand.about() + " has an errand already", e);
            }
            throw e;
        }
    }

    @Override
    public Owed<Errand> owed() {
        return queue;
    }

    @Override
    public boolean replace(Errand errand) {
        int changed = sql.change("replace an errand", REPLACE, ErrandRow.MOVING.bound(errand, errand.id()));
        return changed == 1
                || sql.first("find an errand", IS_THERE, cells -> cells.whole("id"), errand.id())
                        .isPresent();
    }

    @Override
    public Optional<AccountId> hasten(ObjectRef about, Instant dueAt) {
        record Asked(long id, AccountId account, Step step) {}
        Optional<Asked> asked = sql.first(
                        "find an errand",
                        ASKED,
                        cells -> new Asked(
                                cells.whole("id"),
                                new AccountId(cells.whole("account_id")),
                                Step.valueOf(cells.text("step"))),
                        about.kind(),
                        identifier(about.id()))
                .filter(one -> one.step().asks());
        asked.ifPresent(one -> queue.arm(one.id(), dueAt));
        return asked.map(Asked::account);
    }

    @Override
    public void drop(ObjectRef about) {
        sql.change("drop an errand", DROP, about.kind(), identifier(about.id()));
    }
}
