package io.quittance.persistence.capture;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.capture.OrderOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Captures in the table {@code capture}, cancels in the table {@code cancel}. */
public final class JdbcOperations implements OrderOperations {
    public static final JournalHead CAPTURES_HEAD = head(Sort.CAPTURE);
    public static final JournalHead CANCELS_HEAD = head(Sort.CANCEL);

    private static final String LOCKED = "for update";

    private static final Statements CAPTURES = Statements.of(Sort.CAPTURE);
    private static final Statements CANCELS = Statements.of(Sort.CANCEL);

    private final Sql sql;

    public JdbcOperations(Sql sql) {
        this.sql = sql;
    }

    /** What is said of one table. */
    private record Statements(
            String add, String byRequest, String byNumber, String replace, String markOverdue, String overdue) {
        /**
         * Adding changes nothing where the key is known. A plain insert would leave each of many racing ones with a shared
         * lock that no other can go beyond: they deadlock as soon as two want to write. This takes the exclusive one at
         * once.
         */
        static Statements of(Sort sort) {
            String table = OperationRow.table(sort);
            String number = OperationRow.number(sort);
            List<String> columns = OperationRow.columns(sort);
            String all = String.join(", ", columns);
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return new Statements(
                    "insert into %s (%s) values (%s) on duplicate key update %s = %s"
                            .formatted(table, all, marks, number, number),
                    "select %s from %s where merchant_id = ? and request_id = ? ".formatted(all, table),
                    "select %s from %s where %s = ? ".formatted(all, table, number),
                    "update %s set %s = ?, overdue_at = case when ? then overdue_at else null end where %s = ?"
                            .formatted(table, String.join(" = ?, ", OperationRow.MOVING), number),
                    "update %s set overdue_at = ? where %s = ?".formatted(table, number),
                    "select count(*) as overdue from %s where overdue_at is not null".formatted(table));
        }
    }

    private static JournalHead head(Sort sort) {
        return new JournalHead(ObjectRef.kind(sort), OperationRow.table(sort), OperationRow.number(sort));
    }

    private static Statements of(Sort sort) {
        return switch (sort) {
            case CAPTURE -> CAPTURES;
            case CANCEL -> CANCELS;
        };
    }

    @Override
    public Added add(Operation operation) {
        int changed = sql.change(
                "add a " + operation.sort(), of(operation.sort()).add(), new OperationRow(operation).values());
        if (changed == 1) {
            return new Added.New();
        }
        return find(operation.key()).<Added>map(Added.Known::new).orElseGet(Added.NumberTaken::new);
    }

    @Override
    public Optional<Operation> find(Key key) {
        return byRequest("find a ", of(key.sort()).byRequest(), key);
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return byNumber("find a ", of(id.sort()).byNumber(), id);
    }

    @Override
    public Optional<Operation> lock(Key key) {
        return byRequest("lock a ", of(key.sort()).byRequest() + LOCKED, key);
    }

    @Override
    public Optional<Operation> lock(OperationId id) {
        return byNumber("lock a ", of(id.sort()).byNumber() + LOCKED, id);
    }

    private Optional<Operation> byRequest(String purpose, String query, Key key) {
        return sql.first(
                purpose + key.sort(),
                query,
                cells -> OperationRow.read(key.sort(), cells),
                key.merchant().value(),
                identifier(key.request().value()));
    }

    private Optional<Operation> byNumber(String purpose, String query, OperationId id) {
        return sql.first(purpose + id.sort(), query, cells -> OperationRow.read(id.sort(), cells), (Object)
                identifier(id.value()));
    }

    @Override
    public void replace(Operation next) {
        List<Object> values = new ArrayList<>(new OperationRow(next).moving());
        values.add(!next.ended());
        values.add(identifier(next.id().value()));
        int changed = sql.change("replace a " + next.sort(), of(next.sort()).replace(), values.toArray());
        if (changed == 0 && find(next.id()).isEmpty()) {
            throw new IllegalStateException("there is no " + next.sort() + " " + next.id() + " to replace");
        }
    }

    @Override
    public void markOverdue(OperationId id, Instant at) {
        sql.change("mark a " + id.sort() + " overdue", of(id.sort()).markOverdue(), at, identifier(id.value()));
    }

    @Override
    public long overdue(Sort sort) {
        return sql.first("count what is overdue", of(sort).overdue(), cells -> cells.whole("overdue"))
                .orElseThrow();
    }
}
