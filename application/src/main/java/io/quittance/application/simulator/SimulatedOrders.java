package io.quittance.application.simulator;

import io.quittance.application.shard.Owed;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The simulator's memory; it survives a kill, as PayerMax would. What it has to tell, it tells by merchant. */
public interface SimulatedOrders {
    /** What is due to be told, lane by lane. */
    Owed<UntoldResult> owed();

    /** Keeps a new order. @return the one that was known under this request before, which then stands */
    Optional<SimulatedOrder> add(SimulatedOrder order);

    Optional<SimulatedOrder> find(MerchantId merchant, String operation, String request);

    /**
     * What a merchant's operation took in a time, the oldest first.
     *
     * @param until the first instant that does not count
     */
    List<SimulatedOrder> taken(MerchantId merchant, String operation, Instant from, Instant until, int limit);

    /** Keeps how far an order has been told, and when it is told next. */
    void told(SimulatedOrder order);
}
