package io.quittance.persistence.authorization;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.authorization.Authorizations;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Captures;
import io.quittance.domain.authorization.Operations;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        update order_hold set account_id = ?, trade_token = ?, amount = ?, currency = ?, authorized_at = ?, hold = ?
        where merchant_id = ? and order_key = ?
        """;

    /** The captures of one state: what is said of them, beginning with that name. Has two values, both the currency. */
    private static final String CAPTURES = """
        count(case when state = '%1$s' then 1 end) as %2$s_count,
        count(case when state = '%1$s' and is_final then 1 end) as %2$s_final,
        count(case when state = '%1$s' and currency <> ? then 1 end) as %2$s_elsewhere,
        sum(case when state = '%1$s' and currency = ? then amount end) as %2$s_sum
        """;

    /** The cancels of one state. Has two values, the order's. */
    private static final String CANCELS =
            "(select count(*) from cancel where merchant_id = ? and order_key = ? and state = '%1$s') as %2$s";

    /** Always one row. It groups by nothing: for that, the servers would make a temporary table each time. */
    private static final String OPERATIONS = """
        select %s, %s, %s, %s from capture where merchant_id = ? and order_key = ?
        """.formatted(
                    CAPTURES.formatted("PENDING", "pending"),
                    CAPTURES.formatted("SUCCESS", "collected"),
                    CANCELS.formatted("PENDING", "cancelling"),
                    CANCELS.formatted("SUCCESS", "cancelled"));

    private final Sql sql;

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
                held.accountId(),
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
    public Operations operations(Authorization of) {
        Currency currency = of.authorized().currency();
        List<Object> order =
                List.of(of.merchant().value(), identifier(of.order().key()));
        List<Object> values = new ArrayList<>(Collections.nCopies(4, currency.code()));
        Collections.nCopies(3, order).forEach(values::addAll);
        return sql.first("sum what was asked of an order", OPERATIONS, cells -> read(cells, currency), values.toArray())
                .orElseThrow();
    }

    private static Operations read(Cells cells, Currency currency) throws SQLException {
        return new Operations(
                currency,
                captures(cells, "pending"),
                captures(cells, "collected"),
                cells.integer("cancelling"),
                cells.integer("cancelled"));
    }

    private static Captures captures(Cells cells, String name) throws SQLException {
        return new Captures(
                cells.integer(name + "_count"),
                cells.integer(name + "_final") > 0,
                cells.integer(name + "_elsewhere") > 0,
                cells.maybeDecimal(name + "_sum").orElse(BigDecimal.ZERO));
    }
}
