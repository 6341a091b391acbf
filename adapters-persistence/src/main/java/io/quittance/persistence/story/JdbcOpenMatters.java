package io.quittance.persistence.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.removal.OpenMatters;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.Sql;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is open of a merchant, out of the tables of all kinds of order and of the queues. */
public final class JdbcOpenMatters implements OpenMatters {
    /** In two halves, as what has not ended is found by whether it is overdue. */
    private static final String ORDERS = """
        select (select count(*) from %1$s where overdue_at is null and state = ? and merchant_id = ?)
          + (select count(*) from %1$s where overdue_at is not null and state = ? and merchant_id = ?) as amount\
        """;

    private static final String DELIVERIES = """
        select count(*) as amount
        from (select id as lane from merchant where id = ? union all select -id from endpoint where merchant_id = ?) l
        join shard s join delivery d on d.shard = s.shard and d.lane = l.lane\
        """;

    private static final String ERRANDS = """
        select count(*) as amount from account a join shard s join errand e on e.shard = s.shard and e.lane = a.id
        where a.merchant_id = ?\
        """;

    private static final String DISCREPANCIES =
            "select count(*) as amount from discrepancy where merchant_id = ? and ended is null";

    private final Sql sql;

    public JdbcOpenMatters(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Open of(MerchantId merchant) {
        Map<ObjectRef.Kind, Long> orders = Arrays.stream(ObjectRef.Kind.values())
                .filter(kind -> open(kind).isPresent())
                .collect(Collectors.toMap(kind -> kind, kind -> orders(kind, merchant)));
        return new Open(
                orders,
                count(DELIVERIES, merchant.value(), merchant.value()),
                count(ERRANDS, merchant.value()),
                count(DISCREPANCIES, merchant.value()));
    }

    /** In which state an order of that kind has not ended; empty if it has none. */
    private static Optional<String> open(ObjectRef.Kind kind) {
        return switch (kind) {
            case CAPTURE, CANCEL, PAYOUT, PAYMENT -> Optional.of("PENDING");
            case PAYMENT_LINK -> Optional.of("ACTIVE");
            case RELAY, NEWS -> Optional.empty();
        };
    }

    private long orders(ObjectRef.Kind kind, MerchantId merchant) {
        String state = open(kind).orElseThrow();
        String asked = ORDERS.formatted(SummaryTable.of(kind).table());
        return count(asked, state, merchant.value(), state, merchant.value());
    }

    private long count(String asked, Object... values) {
        return sql.first("count what is open of a merchant", asked, cells -> cells.whole("amount"), values)
                .orElse(0L);
    }
}
