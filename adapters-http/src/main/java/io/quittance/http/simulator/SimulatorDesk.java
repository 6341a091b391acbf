package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.shard.Stretch;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Where the simulator takes orders, whatever about. It decides their end at once and lets {@link SimulatorNotifier} tell
 * it after a delay. Its memory is the database, so it survives a kill; asked again, it answers the order of the first time.
 */
public final class SimulatorDesk {
    /** What accounts with the simulator are kept under. */
    public static final AcquirerName SIMULATOR = new AcquirerName("simulator");

    private final SimulatedOrders orders;
    private final Transactions transactions;
    private final SimulatedNumbers numbers;
    private final InstantSource clock;
    private final Duration delay;
    private final BiConsumer<Instant, Stretch> taken;

    /**
     * @param delay how long it takes to settle
     * @param taken hears when a new order's result is to be told, and from which shard
     */
    public SimulatorDesk(
            SimulatedOrders orders,
            Transactions transactions,
            SecureRandom random,
            InstantSource clock,
            Duration delay,
            BiConsumer<Instant, Stretch> taken) {
        this.orders = orders;
        this.transactions = transactions;
        this.numbers = new SimulatedNumbers(random);
        this.clock = clock;
        this.delay = delay;
        this.taken = taken;
    }

    /**
     * What is handed in.
     *
     * @param operation which call it is; with the request the order's identity for that merchant
     * @param asked what is kept of the request; another content under the same identity is another request
     * @param verdict how it will end
     * @param failure why it will fail, if it will
     */
    record Slip(String operation, String request, Bytes asked, Verdict verdict, Optional<Failure> failure) {}

    /**
     * What was handed out.
     *
     * @param order as it stands: the one handed in, or the one that was known under the same identity
     * @param same whether that one asked for the same
     */
    record Receipt(SimulatedOrder order, boolean same, Exchange exchange) {}

    /** Takes an order whose end is told after the delay, unless it stays pending. */
    Receipt take(Holder holder, Slip slip) {
        return take(holder.merchant().id(), holder.account().id(), slip);
    }

    /** The same, of an order of that account. */
    Receipt take(MerchantId merchant, AccountId account, Slip slip) {
        return keep(order(merchant, account, slip, clock.instant()));
    }

    /** Takes an order of which nobody is told. */
    Receipt note(MerchantId merchant, AccountId account, Slip slip) {
        return keep(order(merchant, account, slip, clock.instant()).untold());
    }

    /** The order that was taken under that identity. */
    Optional<SimulatedOrder> find(Merchant merchant, String operation, String request) {
        return orders.find(merchant.id(), operation, request);
    }

    private Receipt keep(SimulatedOrder asked) {
        long start = System.nanoTime();
        Optional<SimulatedOrder> known = transactions.inOne(() -> orders.add(asked));
        if (known.isEmpty()) {
            asked.dueAt().ifPresent(at -> taken.accept(at, asked.stretch()));
        }
        SimulatedOrder stands = known.orElse(asked);
        Duration took = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new Receipt(stands, stands.sameRequest(asked), Exchange.nothingSent(took));
    }

    /** What was handed in from then on, before the other instant, the oldest first. */
    List<SimulatedOrder> taken(Merchant merchant, String operation, Instant from, Instant until, int limit) {
        return orders.taken(merchant.id(), operation, from, until, limit);
    }

    private SimulatedOrder order(MerchantId merchant, AccountId account, Slip slip, Instant now) {
        Instant settledAt = now.plus(delay);
        return new SimulatedOrder(
                numbers.next(now),
                merchant,
                account,
                slip.operation(),
                slip.request(),
                slip.asked(),
                now,
                slip.verdict(),
                slip.failure(),
                settledAt,
                slip.verdict() == Verdict.PENDING ? Optional.empty() : Optional.of(settledAt),
                0,
                0);
    }
}
