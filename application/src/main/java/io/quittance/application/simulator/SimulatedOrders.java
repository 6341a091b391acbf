package io.quittance.application.simulator;

import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The simulator's memory; it survives a kill, as PayerMax would. */
public interface SimulatedOrders {
    /** Keeps a new order. @return the one that was known under this request before, which then stands */
    Optional<SimulatedOrder> add(SimulatedOrder order);

    Optional<SimulatedOrder> find(MerchantId merchant, String operation, String request);

    /** Whose results are to be told by now, the longest due first. */
    List<SimulatedOrder> due(Instant now, int limit);

    /** Keeps when the result is told next, empty for never again, and how often it was told. */
    void told(SimulatedOrder order, Optional<Instant> dueAt, int attempts);
}
