package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.authorization.Authorizations;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** Authorized orders, and the locks of all, in the table {@code order_hold}. */
public final class JdbcAuthorizations implements Authorizations {
    private static final String FIND = """
        select %s from order_hold where merchant_id = ? and order_key = ?
        """.formatted(OrderHoldRow.COLUMNS);

    private static final String LOCK = FIND + "for update";

    /** A row that is missing cannot be locked. Many at once wait for each other and do not deadlock: as in captures. */
    private static final String MAKE = """
        insert into order_hold (merchant_id, order_key, out_trade_no) values (?, ?, ?)
        on duplicate key update merchant_id = merchant_id
        """;

    private static final String KEEP = """
        update order_hold set trade_token = ?, amount = ?, currency = ?, authorized_at = ?, hold = ?
        where merchant_id = ? and order_key = ?
        """;

    private static final String COUNT = """
        select count(case when state = 'PENDING' then 1 end) as in_flight,
          count(case when state = 'SUCCESS' then 1 end) as succeeded
        from %s where merchant_id = ? and order_key = ?
        """;

    private static final String CAPTURES = COUNT.formatted("capture");
    private static final String CANCELS = COUNT.formatted("cancel");

    private final Sql sql;

    private record Count(int inFlight, int succeeded) {
        static Count read(Cells cells) throws SQLException {
            return new Count(cells.integer("in_flight"), cells.integer("succeeded"));
        }
    }

    public JdbcAuthorizations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Authorization> lock(MerchantId merchant, OutTradeNo order) {
        Optional<OrderHoldRow> locked = locked(merchant, order);
        if (locked.isEmpty()) {
            int made = sql.change(
                    "lock an order", MAKE, merchant.value(), identifier(order.key()), identifier(order.value()));
            locked = made == 1 ? Optional.empty() : locked(merchant, order);
        }
        return locked.flatMap(OrderHoldRow::toAuthorization);
    }

    private Optional<OrderHoldRow> locked(MerchantId merchant, OutTradeNo order) {
        return sql.first("lock an order", LOCK, OrderHoldRow::read, merchant.value(), identifier(order.key()));
    }

    @Override
    public void keep(Authorization known) {
        OrderHoldRow.Known held = OrderHoldRow.of(known).known().orElseThrow();
        sql.change(
                "keep an authorization",
                KEEP,
                known.token().map(TradeToken::value).map(Sql::identifier),
                held.amount(),
                held.currency(),
                held.authorizedAt(),
                held.hold(),
                known.merchant().value(),
                identifier(known.order().key()));
    }

    @Override
    public Optional<Authorization> find(MerchantId merchant, OutTradeNo order) {
        return sql.first("find an authorization", FIND, OrderHoldRow::read, merchant.value(), identifier(order.key()))
                .flatMap(OrderHoldRow::toAuthorization);
    }

    @Override
    public Operations operations(MerchantId merchant, OutTradeNo order) {
        Count captures = count(CAPTURES, merchant, order);
        Count cancels = count(CANCELS, merchant, order);
        return new Operations(captures.inFlight(), captures.succeeded(), cancels.inFlight(), cancels.succeeded());
    }

    private Count count(String query, MerchantId merchant, OutTradeNo order) {
        return sql.first(
                        "count what was asked of an order",
                        query,
                        Count::read,
                        merchant.value(),
                        identifier(order.key()))
                .orElseThrow();
    }
}
