package io.quittance.persistence.payout;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.payout.Payouts;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Payouts in the table {@code payout}. */
public final class JdbcPayouts implements Payouts {
    private static final String ALL = String.join(", ", PayoutRow.COLUMNS);

    /** Changes nothing where the key is known, and takes the exclusive lock at once; see the captures'. */
    private static final String ADD =
            """
            insert into payout (%s)
            values (%s)
            on duplicate key update trade_no = trade_no
            """.formatted(ALL, String.join(", ", Collections.nCopies(PayoutRow.COLUMNS.size(), "?")));

    private static final String CURRENT = """
        select %s from payout where merchant_id = ? and out_trade_no = ? and retired = 0
        """.formatted(ALL);

    private static final String BY_NUMBER = """
        select %s from payout where trade_no = ?
        """.formatted(ALL);

    private static final String LOCKED = "for update";

    private static final String OWNERS = "select merchant_id from payout where out_trade_no = ? and retired = 0";

    private static final String REPLACE = """
        update payout set %s = ?, overdue_at = case when ? = 'PENDING' then overdue_at else null end
        where trade_no = ?
        """.formatted(String.join(" = ?, ", PayoutRow.MOVING));

    private static final String RETIRE = "update payout set retired = attempt where trade_no = ? and retired = 0";

    private static final String MARK_OVERDUE = """
        update payout set overdue_at = ? where trade_no = ? and overdue_at is null
        """;

    private static final String OVERDUE = "select count(*) as overdue from payout where overdue_at is not null";

    private final Sql sql;
    private final BodyCipher cipher;

    public JdbcPayouts(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public Added add(Payout payout) {
        int changed =
                sql.change("add a payout", ADD, PayoutRow.of(payout, cipher).values());
        if (changed == 1) {
            return new Added.New();
        }
        return find(payout.merchant(), payout.order())
                .<Added>map(Added.Known::new)
                .orElseGet(Added.NumberTaken::new);
    }

    @Override
    public Optional<Payout> find(MerchantId merchant, OutTradeNo order) {
        return current("find a payout", CURRENT, merchant, order);
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return byNumber("find a payout", BY_NUMBER, id);
    }

    @Override
    public Optional<Payout> lock(MerchantId merchant, OutTradeNo order) {
        return current("lock a payout", CURRENT + LOCKED, merchant, order);
    }

    @Override
    public Optional<Payout> lock(PayoutId id) {
        return byNumber("lock a payout", BY_NUMBER + LOCKED, id);
    }

    private Optional<Payout> current(String purpose, String query, MerchantId merchant, OutTradeNo order) {
        return sql.first(
                purpose, query, cells -> PayoutRow.read(cells, cipher), merchant.value(), identifier(order.value()));
    }

    private Optional<Payout> byNumber(String purpose, String query, PayoutId id) {
        return sql.first(purpose, query, cells -> PayoutRow.read(cells, cipher), (Object) identifier(id.value()));
    }

    @Override
    public List<MerchantId> owners(OutTradeNo order) {
        return sql.list("find whose payout it is", OWNERS, cells -> new MerchantId(cells.whole("merchant_id")), (Object)
                identifier(order.value()));
    }

    @Override
    public void replace(Payout next) {
        PayoutRow row = PayoutRow.of(next, cipher);
        List<Object> values = new ArrayList<>(row.moving());
        values.add(next.ended() ? "ENDED" : PayoutRow.PENDING);
        values.add(identifier(next.id().value()));
        // The particulars are encrypted anew each time, so a row that is there always changes.
        int changed = sql.change("replace a payout", REPLACE, values.toArray());
        if (changed == 0) {
            throw new IllegalStateException("there is no payout " + next.id() + " to replace");
        }
    }

    @Override
    public void retire(PayoutId id) {
        sql.change("free the number of a payout", RETIRE, (Object) identifier(id.value()));
    }

    @Override
    public boolean markOverdue(PayoutId id, Instant at) {
        return sql.change("mark a payout overdue", MARK_OVERDUE, at, identifier(id.value())) == 1;
    }

    @Override
    public long overdue() {
        return sql.first("count overdue payouts", OVERDUE, cells -> cells.whole("overdue"))
                .orElseThrow();
    }
}
