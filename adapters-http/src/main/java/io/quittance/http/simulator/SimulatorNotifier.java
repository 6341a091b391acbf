package io.quittance.http.simulator;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.simulator.SimulatedResults.Telling;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the results of the simulator's orders to our own callback endpoints, as PayerMax would: signed, over HTTP, and
 * again until it is acknowledged, without end.
 *
 * <p>Several instances on one database may tell the same result at the same time. That is harmless, as results may come
 * twice from PayerMax, too, and it spares the simulator claims and leases.
 */
public final class SimulatorNotifier implements AutoCloseable {
    /** The waits before telling again; the last repeats. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    /** Told at the same time. */
    static final int PLACES = 16;

    /** Orders read at a time; more than there are places, so that a page always has new ones. */
    private static final int PAGE = 128;

    /** Finds what nobody woke us for: orders of another instance, or of a life before. */
    private static final Duration RESCAN = Duration.ofSeconds(1);

    /** How long {@link #close} waits for what is being told. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorNotifier.class);

    private final Map<String, SimulatedResults> results;
    private final SimulatedOrders orders;
    private final Transactions transactions;
    private final Merchants merchants;
    private final Accounts accounts;
    private final GatewaySignature signature;
    private final NotificationSender sender;
    private final String base;
    private final InstantSource clock;
    private final Wakeups wakeups = new Wakeups();
    private final Semaphore places = new Semaphore(PLACES);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Set<String> finishedDuringScan = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;
    private Thread worker;

    /**
     * @param signature the simulator's own, not the gateway's
     * @param base where our callback endpoints are reached, as {@code http://127.0.0.1:8080}
     */
    public SimulatorNotifier(
            Collection<? extends SimulatedResults> results,
            SimulatedOrders orders,
            Transactions transactions,
            Merchants merchants,
            Accounts accounts,
            GatewaySignature signature,
            NotificationSender sender,
            URI base,
            InstantSource clock) {
        this.results = results.stream()
                .collect(Collectors.toUnmodifiableMap(SimulatedResults::operation, Function.identity()));
        this.orders = orders;
        this.transactions = transactions;
        this.merchants = merchants;
        this.accounts = accounts;
        this.signature = signature;
        this.sender = sender;
        this.base = base.toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    public void start() {
        worker = Thread.ofPlatform().name("simulator").daemon().start(this::work);
    }

    /** There may be something to tell now. */
    public void wake() {
        wakeups.at(Instant.MIN);
    }

    /** There will be something to tell then. Far times need no appointment: the worker looks every second anyway. */
    public void wake(Instant dueAt) {
        if (dueAt.isBefore(clock.instant().plus(RESCAN))) {
            wakeups.at(dueAt);
        }
    }

    /**
     * Begins nothing more, and waits for what is being told; the rest is told in the next life. Interrupts nobody, as
     * that may close the embedded database's file.
     */
    @Override
    public void close() {
        closing = true;
        if (worker == null) {
            return;
        }
        wake();
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            worker.join(CLOSING);
            if (!places.tryAcquire(PLACES, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("the simulator was still telling results when it was closed; they will be told again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closing) {
                scan();
                wakeups.await(clock, RESCAN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan() throws InterruptedException {
        try {
            List<SimulatedOrder> page;
            do {
                finishedDuringScan.clear();
                page = orders.due(clock.instant(), PAGE);
                for (SimulatedOrder order : page) {
                    take(order);
                }
            } while (page.size() == PAGE && !closing);
        } catch (RuntimeException e) {
            LOG.warn("the simulator's orders could not be read and are tried again: {}", e.getMessage());
        }
    }

    /** What was read may have been told meanwhile: then it is in hand, or else among the finished. */
    private void take(SimulatedOrder order) throws InterruptedException {
        if (inHand.contains(order.number()) || finishedDuringScan.contains(order.number()) || !place()) {
            return;
        }
        inHand.add(order.number());
        Thread.ofVirtual().name("simulator " + order.number()).start(() -> tellOnce(order));
    }

    private boolean place() throws InterruptedException {
        while (!closing) {
            if (places.tryAcquire(RESCAN.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private void tellOnce(SimulatedOrder order) {
        try {
            tell(order);
        } catch (StoreUnavailable e) {
            LOG.warn("the result of the simulator's order {} is told again: {}", order.number(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the result of the simulator's order {} is told again after a fault", order.number(), e);
        } finally {
            finishedDuringScan.add(order.number());
            inHand.remove(order.number());
            places.release();
        }
    }

    private void tell(SimulatedOrder order) {
        Merchant merchant = merchants
                .byId(order.merchant())
                .orElseThrow(() -> new IllegalStateException("merchant " + order.merchant() + " is not registered"));
        SimulatedResults of = results.get(order.operation());
        if (of == null) {
            throw new IllegalStateException("nobody tells the results of the operation " + order.operation());
        }
        Telling telling = of.telling(holder(merchant), order, clock.instant());
        Attempt attempt = sender.send(
                endpoint(merchant, telling.callback()),
                telling.body(),
                signature.sign(telling.body()),
                telling.dialect());
        if (attempt.acknowledged()) {
            Optional<Instant> next = of.next(order, clock.instant());
            keep(order.acknowledged(next));
            next.ifPresent(this::wake);
            return;
        }
        LOG.info("the result of the simulator's order {} was not acknowledged: {}", order.number(), attempt.why());
        Instant again = clock.instant().plus(WAITS.get(Math.min(order.attempts() + 1, WAITS.size()) - 1));
        keep(order.again(again));
        wake(again);
    }

    private Holder holder(Merchant merchant) {
        return accounts.byMerchant(merchant.id()).stream()
                .filter(one -> one.acquirer().equals(SimulatorDesk.SIMULATOR))
                .findFirst()
                .map(account -> new Holder(merchant, account))
                .orElseThrow(() -> new IllegalStateException(merchant.app() + " has no account with the simulator"));
    }

    private void keep(SimulatedOrder order) {
        transactions.inOne(() -> {
            orders.told(order);
            return order;
        });
    }

    private URI endpoint(Merchant merchant, String callback) {
        String app = URLEncoder.encode(merchant.app().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return URI.create(base + "/" + callback + "/" + app);
    }
}
