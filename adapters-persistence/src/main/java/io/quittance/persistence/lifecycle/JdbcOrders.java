package io.quittance.persistence.lifecycle;

import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Orders;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders of one kind in their table; all statements are written here, from what the table says of itself. */
public class JdbcOrders<A, I, K> implements Orders<A, I, K> {
    /**
     * Changes nothing where the key is known. A plain insert would leave each of many racing ones with a shared lock
     * that no other can go beyond: they deadlock as soon as two want to write. This takes the exclusive one at once.
     */
    private static final String ADD = "insert into %1$s (%3$s) values (%4$s) on duplicate key update %2$s = %2$s";

    private static final String REPLACE = """
        update %1$s set %5$s, overdue_at = case when ? then null else overdue_at end where %2$s = ?
        """;

    private static final String BY_KEY = "select %3$s from %1$s where merchant_id = ? and %6$s = ?%7$s";
    private static final String BY_NUMBER = "select %3$s from %1$s where %2$s = ?";
    private static final String LOCKED = " for update";
    private static final String MARK = "update %1$s set overdue_at = ? where %2$s = ? and overdue_at is null";
    private static final String OVERDUE = "select count(*) as overdue from %1$s where overdue_at is not null";

    /** The order of the index, so that a server reads these rows and no others, and sorts nothing. */
    private static final String LATE = """
        select %2$s as number from %1$s where overdue_at is null and state = '%8$s' and created_at <= ?
        order by created_at, %2$s limit ? offset ?
        """;

    private final Sql sql;
    private final OrderTable<A, I, K> table;
    private final Columns<A> all;
    private final String add;
    private final String byKey;
    private final String byNumber;
    private final String replace;
    private final String mark;
    private final String overdue;
    private final String late;

    public JdbcOrders(Sql sql, OrderTable<A, I, K> table) {
        this.sql = sql;
        this.table = table;
        all = table.all();
        add = statement(ADD);
        byKey = statement(BY_KEY);
        byNumber = statement(BY_NUMBER);
        replace = statement(REPLACE);
        mark = statement(MARK);
        overdue = statement(OVERDUE);
        late = statement(LATE);
    }

    private String statement(String form) {
        return form.formatted(
                table.head().table(),
                table.head().number(),
                all.listed(),
                all.marks(),
                table.moving().assigned(),
                table.key().column(),
                table.key().only(),
                table.open().state());
    }

    /** An order as its own row tells it, together with what other tables hold of it. */
    protected A whole(A row) {
        return row;
    }

    @Override
    public Added<A> add(A order) {
        if (sql.change("add a " + table.noun(), add, all.bound(order)) == 1) {
            return new Added.New<>();
        }
        return find(table.key().merchant().apply(order), table.key().id().in().apply(order))
                .<Added<A>>map(Added.Known::new)
                .orElseGet(Added.NumberTaken::new);
    }

    @Override
    public Optional<A> find(MerchantId merchant, K key) {
        return first("find a ", byKey, merchant.value(), table.key().id().bound(key));
    }

    @Override
    public Optional<A> find(I number) {
        return first("find a ", byNumber, table.number().bound(number));
    }

    @Override
    public Optional<A> lock(MerchantId merchant, K key) {
        return first(
                "lock a ", byKey + LOCKED, merchant.value(), table.key().id().bound(key));
    }

    @Override
    public Optional<A> lock(I number) {
        return first("lock a ", byNumber + LOCKED, table.number().bound(number));
    }

    private Optional<A> first(String purpose, String query, Object... values) {
        return sql.first(purpose + table.noun(), query, table.read(), values).map(this::whole);
    }

    @Override
    public boolean replace(A next) {
        I number = table.number().in().apply(next);
        Object[] values = table.moving()
                .bound(next, !table.open().order().test(next), table.number().bound(number));
        // None changes, too, where the row is as it will be.
        try {
            if (sql.change("replace a " + table.noun(), replace, values) == 0
                    && find(number).isEmpty()) {
                throw new IllegalStateException("there is no " + table.noun() + " " + number + " to replace");
            }
            return true;
        } catch (StatementFailed e) {
            // What moves is in one unique key only, that of upstream's number.
            if (e.fault() == Fault.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<I> late(Instant madeUntil, int skip, int limit) {
        return sql.list(
                "find each " + table.noun() + " that is late",
                late,
                cells -> table.number().read().apply(cells.identifier("number")),
                madeUntil,
                limit,
                skip);
    }

    @Override
    public boolean markOverdue(I number, Instant at) {
        return sql.change(
                        "mark a " + table.noun() + " overdue",
                        mark,
                        at,
                        table.number().bound(number))
                == 1;
    }

    @Override
    public long overdue() {
        return sql.first("count what is overdue", overdue, cells -> cells.whole("overdue"))
                .orElseThrow();
    }
}
