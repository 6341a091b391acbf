package io.quittance.http.simulator;

import io.quittance.application.shard.Owed;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.simulator.UntoldResult;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Orders where a test stands between what is due and who asks for it; where nothing is due it looks away. */
record LookedAt(SimulatedOrders orders, UnaryOperator<List<UntoldResult>> look) implements SimulatedOrders {
    @Override
    public Optional<SimulatedOrder> add(SimulatedOrder order) {
        return orders.add(order);
    }

    @Override
    public Optional<SimulatedOrder> find(MerchantId merchant, String operation, String request) {
        return orders.find(merchant, operation, request);
    }

    @Override
    public List<SimulatedOrder> taken(MerchantId merchant, String operation, Instant from, Instant until, int limit) {
        return orders.taken(merchant, operation, from, until, limit);
    }

    @Override
    public Owed<UntoldResult> owed() {
        return new LookedAtQueue(orders.owed(), look);
    }

    @Override
    public void told(SimulatedOrder order) {
        orders.told(order);
    }
}
