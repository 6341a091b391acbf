package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.authorization.Cancels;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.time.Instant;
import java.util.Optional;

/** Cancels in the table {@code cancel}. */
public final class JdbcCancels implements Cancels {
    public static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.CANCEL, "cancel", "cancel_no");

    /**
     * Changes nothing where the key is known. A plain insert would leave each of many racing ones with a shared lock
     * that no other can go beyond: they deadlock as soon as two want to write. This takes the exclusive one at once.
     */
    private static final String ADD = """
        insert into cancel (%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update cancel_no = cancel_no
        """.formatted(CancelRow.COLUMNS);

    private static final String BY_REQUEST = """
        select %s from cancel where merchant_id = ? and request_id = ?
        """.formatted(CancelRow.COLUMNS);

    private static final String BY_NUMBER = """
        select %s from cancel where cancel_no = ?
        """.formatted(CancelRow.COLUMNS);

    private static final String LOCKED = "for update";

    private static final String REPLACE = """
        update cancel
        set upstream_no = ?, state = ?, ended_at = ?, failure_code = ?, failure_message = ?,
          overdue_at = case when ? = 'PENDING' then overdue_at else null end
        where cancel_no = ?
        """;

    private static final String MARK_OVERDUE = "update cancel set overdue_at = ? where cancel_no = ?";

    private static final String OVERDUE = "select count(*) as overdue from cancel where overdue_at is not null";

    private final Sql sql;

    public JdbcCancels(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Added add(Cancel cancel) {
        int changed = sql.change("add a cancel", ADD, CancelRow.of(cancel).values());
        if (changed == 1) {
            return new Added.New();
        }
        return find(cancel.merchant(), cancel.request())
                .<Added>map(Added.Known::new)
                .orElseGet(Added.NumberTaken::new);
    }

    @Override
    public Optional<Cancel> find(MerchantId merchant, RequestId request) {
        return byRequest("find a cancel", BY_REQUEST, merchant, request);
    }

    @Override
    public Optional<Cancel> find(CancelId id) {
        return byNumber("find a cancel", BY_NUMBER, id);
    }

    @Override
    public Optional<Cancel> lock(MerchantId merchant, RequestId request) {
        return byRequest("lock a cancel", BY_REQUEST + LOCKED, merchant, request);
    }

    @Override
    public Optional<Cancel> lock(CancelId id) {
        return byNumber("lock a cancel", BY_NUMBER + LOCKED, id);
    }

    private Optional<Cancel> byRequest(String purpose, String query, MerchantId merchant, RequestId request) {
        return sql.first(purpose, query, CancelRow::read, merchant.value(), identifier(request.value()))
                .map(CancelRow::toCancel);
    }

    private Optional<Cancel> byNumber(String purpose, String query, CancelId id) {
        return sql.first(purpose, query, CancelRow::read, identifier(id.value()))
                .map(CancelRow::toCancel);
    }

    @Override
    public void replace(Cancel next) {
        CancelRow row = CancelRow.of(next);
        int changed = sql.change(
                "replace a cancel",
                REPLACE,
                row.upstreamNo().map(Sql::identifier),
                row.state(),
                row.endedAt(),
                row.failure().map(why -> why.code()),
                row.failure().map(why -> why.message()),
                row.state(),
                identifier(row.cancelNo()));
        if (changed == 0 && find(next.id()).isEmpty()) {
            throw new IllegalStateException("there is no cancel " + next.id() + " to replace");
        }
    }

    @Override
    public void markOverdue(CancelId id, Instant at) {
        sql.change("mark a cancel overdue", MARK_OVERDUE, at, identifier(id.value()));
    }

    @Override
    public long overdue() {
        return sql.first("count overdue cancels", OVERDUE, cells -> cells.whole("overdue"))
                .orElseThrow();
    }
}
