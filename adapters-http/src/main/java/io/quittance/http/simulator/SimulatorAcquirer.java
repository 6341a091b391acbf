package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Acquirer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.capture.Capture.Terms;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The built-in far end. It takes every capture, decides its end at once by {@link SandboxAmounts}, and lets {@link
 * SimulatorNotifier} tell it after a delay. Its memory is the database, so it survives a kill.
 *
 * <p>Asked again, it answers the number of the first time and where the order stands for whoever listens: pending until
 * its result was told.
 */
public final class SimulatorAcquirer implements Acquirer {
    static final String CAPTURE = "capture";

    private final SimulatedOrders orders;
    private final Transactions transactions;
    private final SimulatedNumbers numbers;
    private final InstantSource clock;
    private final Duration delay;
    private final Consumer<Instant> taken;

    /**
     * @param delay how long it takes to settle
     * @param taken hears when a new order's result is to be told, as {@link SimulatorNotifier#wake(Instant)}
     */
    public SimulatorAcquirer(
            SimulatedOrders orders,
            Transactions transactions,
            SecureRandom random,
            InstantSource clock,
            Duration delay,
            Consumer<Instant> taken) {
        this.orders = orders;
        this.transactions = transactions;
        this.numbers = new SimulatedNumbers(random);
        this.clock = clock;
        this.delay = delay;
        this.taken = taken;
    }

    @Override
    public Answer capture(Merchant merchant, Capture capture) {
        long start = System.nanoTime();
        SimulatedOrder asked = order(merchant, capture, clock.instant());
        Optional<SimulatedOrder> known = transactions.inOne(() -> orders.add(asked));
        if (known.isEmpty()) {
            asked.dueAt().ifPresent(taken);
        }
        SimulatedOrder stands = known.orElse(asked);
        Duration took = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        Exchange exchange = new Exchange(Optional.empty(), Optional.empty(), Optional.empty(), took);
        if (!stands.sameRequest(asked)) {
            return new Answer.Refused(exchange, new Failure("ORDER_REPEAT", "requestId was used for another capture"));
        }
        return new Answer.Taken(exchange, Optional.of(new UpstreamCaptureNo(stands.number())), told(stands, capture));
    }

    @Override
    public boolean knowsItsIds() {
        return true;
    }

    private SimulatedOrder order(Merchant merchant, Capture capture, Instant now) {
        Verdict verdict = SandboxAmounts.verdict(capture.amount().amount());
        Instant settledAt = now.plus(delay);
        return new SimulatedOrder(
                numbers.next(now),
                merchant.id(),
                CAPTURE,
                capture.request().value(),
                capture.order().value(),
                capture.amount(),
                capture.last(),
                now,
                verdict,
                verdict == Verdict.FAILED ? Optional.of(SandboxAmounts.FAILURE) : Optional.empty(),
                settledAt,
                verdict == Verdict.PENDING ? Optional.empty() : Optional.of(settledAt),
                0);
    }

    /** The result if it was told and acknowledged before; until then the order is pending for whoever asks. */
    private static Optional<Report> told(SimulatedOrder order, Capture capture) {
        if (order.dueAt().isPresent()) {
            return Optional.empty();
        }
        Terms terms = Terms.of(capture.order(), capture.amount());
        return switch (order.verdict()) {
            case PENDING -> Optional.empty();
            case SUCCESS -> Optional.of(new Report.Settled(terms, order.settledAt()));
            case FAILED ->
                Optional.of(new Report.Declined(
                        terms, order.settledAt(), order.failure().orElse(SandboxAmounts.FAILURE)));
        };
    }
}
