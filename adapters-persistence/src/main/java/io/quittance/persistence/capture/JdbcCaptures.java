package io.quittance.persistence.capture;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.capture.Captures;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.time.Instant;
import java.util.Optional;

/** Captures in the table {@code capture}. */
public final class JdbcCaptures implements Captures {
    public static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.CAPTURE, "capture", "capture_no");

    /**
     * Changes nothing where the key is known. A plain insert would leave each of many racing ones with a shared lock
     * that no other can go beyond: they deadlock as soon as two want to write. This takes the exclusive one at once.
     */
    private static final String ADD = """
        insert into capture (%s)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on duplicate key update capture_no = capture_no
        """.formatted(CaptureRow.COLUMNS);

    private static final String BY_REQUEST = """
        select %s from capture where merchant_id = ? and request_id = ?
        """.formatted(CaptureRow.COLUMNS);

    private static final String BY_NUMBER = """
        select %s from capture where capture_no = ?
        """.formatted(CaptureRow.COLUMNS);

    private static final String LOCKED = "for update";

    private static final String REPLACE = """
        update capture
        set upstream_no = ?, state = ?, ended_at = ?, failure_code = ?, failure_message = ?,
          overdue_at = case when ? = 'PENDING' then overdue_at else null end
        where capture_no = ?
        """;

    private static final String MARK_OVERDUE = "update capture set overdue_at = ? where capture_no = ?";

    private static final String OVERDUE = "select count(*) as overdue from capture where overdue_at is not null";

    private final Sql sql;

    public JdbcCaptures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Added add(Capture capture) {
        int changed = sql.change("add a capture", ADD, CaptureRow.of(capture).values());
        if (changed == 1) {
            return new Added.New();
        }
        return find(capture.merchant(), capture.request())
                .<Added>map(Added.Known::new)
                .orElseGet(Added.NumberTaken::new);
    }

    @Override
    public Optional<Capture> find(MerchantId merchant, RequestId request) {
        return byRequest("find a capture", BY_REQUEST, merchant, request);
    }

    @Override
    public Optional<Capture> find(CaptureId id) {
        return byNumber("find a capture", BY_NUMBER, id);
    }

    @Override
    public Optional<Capture> lock(MerchantId merchant, RequestId request) {
        return byRequest("lock a capture", BY_REQUEST + LOCKED, merchant, request);
    }

    @Override
    public Optional<Capture> lock(CaptureId id) {
        return byNumber("lock a capture", BY_NUMBER + LOCKED, id);
    }

    private Optional<Capture> byRequest(String purpose, String query, MerchantId merchant, RequestId request) {
        return sql.first(purpose, query, CaptureRow::read, merchant.value(), identifier(request.value()))
                .map(CaptureRow::toCapture);
    }

    private Optional<Capture> byNumber(String purpose, String query, CaptureId id) {
        return sql.first(purpose, query, CaptureRow::read, identifier(id.value()))
                .map(CaptureRow::toCapture);
    }

    @Override
    public void replace(Capture next) {
        CaptureRow row = CaptureRow.of(next);
        int changed = sql.change(
                "replace a capture",
                REPLACE,
                row.upstreamNo().map(Sql::identifier),
                row.state(),
                row.endedAt(),
                row.failure().map(why -> why.code()),
                row.failure().map(why -> why.message()),
                row.state(),
                identifier(row.captureNo()));
        if (changed == 0 && find(next.id()).isEmpty()) {
            throw new IllegalStateException("there is no capture " + next.id() + " to replace");
        }
    }

    @Override
    public void markOverdue(CaptureId id, Instant at) {
        sql.change("mark a capture overdue", MARK_OVERDUE, at, identifier(id.value()));
    }

    @Override
    public long overdue() {
        return sql.first("count overdue captures", OVERDUE, cells -> cells.whole("overdue"))
                .orElseThrow();
    }
}
