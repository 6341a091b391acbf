package io.quittance.application.shard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps this instance's leases: takes what is free, renews what it has, gives everything back at the end. */
public final class Leases implements AutoCloseable {
    /** How long a lease holds; after a kill its shards wait at most this long for a new owner. */
    public static final Duration SPAN = Duration.ofSeconds(6);

    private static final Duration RENEWAL = SPAN.dividedBy(3);
    private static final System.Logger LOG = System.getLogger(Leases.class.getName());

    private final Shards shards;
    private final String owner;
    private final Ticker ticker;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Held held = new Held(Map.of(), 0);
    private Thread keeper;

    private record Held(Map<Shard, Lease> leases, long sinceNanos) {}

    /** @param owner names this run of this instance; another run has another name */
    public Leases(Shards shards, String owner, Ticker ticker) {
        this.shards = shards;
        this.owner = owner;
        this.ticker = ticker;
    }

    /** Takes what is free now, and goes on in the background. */
    public void start() {
        renew();
        keeper = Thread.ofVirtual().name("leases").start(() -> {
            while (!closed(RENEWAL)) {
                tryRenew();
            }
        });
    }

    /** The lease of a shard, if this instance holds it and renewed it lately. */
    public Optional<Lease> of(Shard shard) {
        return Optional.ofNullable(current().get(shard));
    }

    /** All shards that this instance may work off now. */
    public Map<Shard, Lease> current() {
        Held now = held;
        return ticker.since(now.sinceNanos()).compareTo(SPAN) < 0 ? now.leases() : Map.of();
    }

    private boolean closed(Duration wait) {
        try {
            return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void tryRenew() {
        try {
            renew();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the leases could not be renewed and are tried again: " + e.getMessage());
        }
    }

    private void renew() {
        long since = ticker.nanos();
        Map<Shard, Lease> leases =
                shards.lease(owner, SPAN).stream().collect(Collectors.toMap(Lease::shard, Function.identity()));
        if (!leases.keySet().equals(held.leases().keySet())) {
            LOG.log(INFO, "this instance works off {0} of {1} shards", leases.size(), Shard.COUNT);
        }
        held = new Held(leases, since);
    }

    /** Gives all shards back, so that another instance need not wait for the leases to run out. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (keeper != null) {
                keeper.join(Duration.ofSeconds(2));
            }
            held = new Held(Map.of(), 0);
            shards.release(owner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the leases could not be given back and will run out: " + e.getMessage());
        }
    }
}
