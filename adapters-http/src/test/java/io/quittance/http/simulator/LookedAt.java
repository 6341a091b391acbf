package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Orders where a test stands between what is due and who asks for it. */
record LookedAt(SimulatedOrders orders, UnaryOperator<List<SimulatedOrder>> look) implements SimulatedOrders {
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
    public List<SimulatedOrder> due(Instant now, int limit) {
        return look.apply(orders.due(now, limit));
    }

    @Override
    public void told(SimulatedOrder order) {
        orders.told(order);
    }
}
