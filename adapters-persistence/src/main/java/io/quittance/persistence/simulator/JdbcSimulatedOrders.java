package io.quittance.persistence.simulator;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.shard.Owed;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.shard.QueueTable;
import io.quittance.persistence.shard.QueueTable.Layout;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The simulator's orders in the table {@code simulated_order}. */
public final class JdbcSimulatedOrders implements SimulatedOrders {
    /** The bodies of its table. */
    public static final BodyTable BODIES = SimulatedOrderRow.BODIES;

    private static final String ADD = "insert into simulated_order (%s) values (%s) on duplicate key update id = id";

    private static final String FIND =
            "select %s from simulated_order where merchant_id = ? and operation = ? and request_id = ?";

    private static final String TAKEN = """
        select %s from simulated_order
        where merchant_id = ? and operation = ? and created_at >= ? and created_at < ?
        order by created_at, id limit ?
        """;

    private static final String TOLD = "update simulated_order set " + SimulatedOrderRow.MOVING.assigned()
            + ", faults = 0 where merchant_id = ? and operation = ? and request_id = ?";

    private final Sql sql;
    private final BodyCipher cipher;
    private final Columns<SimulatedOrder> all;
    private final QueueTable<UntoldResult> queue;

    /** @param version of this program: what it cannot read, another may */
    public JdbcSimulatedOrders(Sql sql, BodyCipher cipher, String version) {
        this.sql = sql;
        this.cipher = cipher;
        this.all = SimulatedOrderRow.all(cipher);
        this.queue = new QueueTable<>(
                sql,
                new Layout<>(
                        "simulated_order",
                        "simulated results",
                        "merchant_id",
                        "id, " + all.listed(),
                        cells -> untold(cells.whole("id"), read(cells))),
                version);
    }

    @Override
    public Optional<SimulatedOrder> add(SimulatedOrder order) {
        int changed = sql.change("add a simulated order", ADD.formatted(all.listed(), all.marks()), all.bound(order));
        return changed == 1 ? Optional.empty() : find(order.merchant(), order.operation(), order.request());
    }

    @Override
    public Optional<SimulatedOrder> find(MerchantId merchant, String operation, String request) {
        return sql.first(
                "find a simulated order",
                FIND.formatted(all.listed()),
                this::read,
                merchant.value(),
                operation,
                identifier(request));
    }

    private SimulatedOrder read(Cells cells) throws SQLException {
        return SimulatedOrderRow.read(cells, cipher);
    }

    @Override
    public List<SimulatedOrder> taken(MerchantId merchant, String operation, Instant from, Instant until, int limit) {
        return sql.list(
                "read what the simulator took",
                TAKEN.formatted(all.listed()),
                this::read,
                merchant.value(),
                operation,
                from,
                until,
                limit);
    }

    @Override
    public Owed<UntoldResult> owed() {
        return queue;
    }

    private static UntoldResult untold(long id, SimulatedOrder order) {
        return new UntoldResult(id, order, order.dueAt().orElseThrow());
    }

    @Override
    public void told(SimulatedOrder order) {
        sql.change(
                "keep when a simulated order is told next",
                TOLD,
                SimulatedOrderRow.MOVING.bound(
                        order, order.merchant().value(), order.operation(), identifier(order.request())));
    }
}
