package io.quittance.persistence.delivery;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.delivery.OwedDeliveries;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.delivery.OwedDelivery.State;
import io.quittance.application.delivery.WantedDeliveries;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is owed, out of the table {@code delivery}; since when, its journal says. */
public final class JdbcOwedDeliveries implements OwedDeliveries {
    /** Of these the row itself says where its results are wanted. */
    private static final Set<ObjectRef.Kind> WITH_A_PLACE = Set.of(ObjectRef.Kind.PAYOUT, ObjectRef.Kind.PAYMENT_LINK);

    private static final String HELD = """
        exists (select 1 from lane l where l.queue = 'delivery' and l.lane = d.lane and l.per_second is null)\
        """;

    private static final String FROM = """
         from delivery d
        left join journal j on j.object_kind = d.object_kind and j.object_id = d.object_id and j.seq = d.owed
          and j.object_month = d.object_month\
        """;

    private static final String SELECT = """
        select d.id, d.object_kind, d.object_id, d.owed, d.lane, d.merchant_id, d.dialect, d.notify_url, d.attempt, d.due_at, d.stopped,
          d.stopped_why, j.happened_at, case when %s then 1 else 0 end as held\
        """.formatted(HELD) + FROM;

    private static final String COUNT =
            "select count(*) as counted, min(j.happened_at) as oldest, max(j.happened_at) as newest" + FROM;

    private final Sql sql;

    public JdbcOwedDeliveries(Sql sql) {
        this.sql = sql;
    }

    /** Conditions, and what is bound to them. */
    private record Where(List<String> conditions, List<Object> values) {
        static Where of(WantedDeliveries wanted) {
            Where where = new Where(new ArrayList<>(), new ArrayList<>());
            wanted.about()
                    .ifPresent(about ->
                            where.and("d.object_kind = ? and d.object_id = ?", about.kind(), identifier(about.id())));
            wanted.merchant().ifPresent(merchant -> where.and("d.merchant_id = ?", merchant.value()));
            wanted.kind().ifPresent(kind -> where.and("d.object_kind = ?", kind));
            wanted.state().ifPresent(where::inState);
            wanted.owedFrom().ifPresent(from -> where.and("j.happened_at >= ?", from));
            wanted.owedUntil().ifPresent(until -> where.and("j.happened_at <= ?", until));
            return where;
        }

        void and(String condition, Object... bound) {
            conditions.add(condition);
            values.addAll(List.of(bound));
        }

        private void inState(State state) {
            switch (state) {
                case WAITING -> and("d.stopped is null and d.attempt = 0 and not " + HELD);
                case RETRYING -> and("d.stopped is null and d.attempt > 0 and not " + HELD);
                case HELD -> and("d.stopped is null and " + HELD);
                case BEHIND, PARKED, ASIDE -> and("d.stopped = ?", state);
            }
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }

    @Override
    public Optional<OwedDelivery> find(long id) {
        return sql.first("find a delivery", SELECT + " where d.id = ?", JdbcOwedDeliveries::read, id);
    }

    @Override
    public List<OwedDelivery> page(WantedDeliveries wanted, long behind, int limit) {
        Where where = Where.of(wanted);
        where.and("d.id > ?", behind);
        List<Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return sql.list(
                "list deliveries",
                SELECT + where + " order by d.id limit ?",
                JdbcOwedDeliveries::read,
                values.toArray());
    }

    @Override
    public Tally tally(WantedDeliveries wanted) {
        Where where = Where.of(wanted);
        return sql.first(
                        "count deliveries",
                        COUNT + where,
                        cells -> new Tally(
                                cells.whole("counted"), cells.maybeInstant("oldest"), cells.maybeInstant("newest")),
                        where.values().toArray())
                .orElseThrow();
    }

    @Override
    public Optional<URI> ownPlace(ObjectRef about) {
        if (!WITH_A_PLACE.contains(about.kind())) {
            return Optional.empty();
        }
        JournalHead head = OrderHeads.ALL.of(about);
        return sql.first(
                        "find where the results of an order are wanted",
                        "select notify_url from " + head.table() + " where " + head.number() + " = ?",
                        cells -> cells.maybeText("notify_url").map(URI::create),
                        (Object) identifier(about.id()))
                .flatMap(place -> place);
    }

    private static OwedDelivery read(Cells cells) throws SQLException {
        return new OwedDelivery(
                cells.whole("id"),
                new ObjectRef(ObjectRef.Kind.valueOf(cells.text("object_kind")), cells.identifier("object_id")),
                cells.integer("owed"),
                new MerchantId(cells.whole("merchant_id")),
                new EndpointId(cells.whole("lane")),
                Dialect.valueOf(cells.text("dialect")),
                cells.maybeText("notify_url").map(URI::create),
                cells.integer("attempt"),
                cells.maybeDue("due_at"),
                state(cells),
                cells.maybeText("stopped_why"),
                cells.maybeInstant("happened_at"));
    }

    private static State state(Cells cells) throws SQLException {
        Optional<State> stopped = cells.maybeText("stopped").map(State::valueOf);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (cells.integer("held") == 1) {
            return State.HELD;
        }
        return cells.integer("attempt") == 0 ? State.WAITING : State.RETRYING;
    }
}
