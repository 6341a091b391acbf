package io.quittance.application.shard;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps this instance's leases: renews them, takes what is free up to its share, gives what is above its share once
 * nothing of it is in hand, and gives everything back at the end. One thread of its own does all of that.
 */
public final class Leases implements AutoCloseable {
    /** How long a lease holds; after a kill its shards wait at most this long for a new owner. */
    public static final Duration SPAN = Duration.ofSeconds(6);

    static final Duration RENEWAL = SPAN.dividedBy(3);

    /** While something in hand is waited for. */
    private static final Duration SHORT_STEP = Duration.ofMillis(20);

    /** Others may take the same shards at the same moment; what is missing then is taken the next time. */
    private static final int ATTEMPTS = 3;

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());

    private final Shards shards;
    private final Member self;
    private final Ticker ticker;
    private final List<Predicate<Shard>> occupied = new CopyOnWriteArrayList<>();
    private final List<Consumer<Shard>> taken = new CopyOnWriteArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private final Streak failures =
            new Streak(LOG, "the leases could not be renewed and are tried again", "the leases are renewed again");
    private volatile Held held = Held.NOTHING;
    private volatile boolean retiring;
    private volatile boolean closing;
    private volatile Optional<String> name = Optional.empty();
    private Lookout lookout = Lookout.NONE;
    private Thread keeper;

    /** This and what follows is of the keeper alone. */
    private final Handover giving;

    private final Turning turning;
    private int names;
    private boolean retired;
    private Optional<Long> lookedAt = Optional.empty();

    /** @param self under the name of this run; another run has another name */
    public Leases(Shards shards, Member self, Ticker ticker) {
        this.shards = shards;
        this.self = self;
        this.ticker = ticker;
        this.turning = new Turning(SPAN, ticker);
        this.giving = new Handover(shard -> occupied.stream().anyMatch(one -> one.test(shard)), ticker);
    }

    /** Tells whether something of a shard is in hand; it is not given to another meanwhile, unless that takes long. */
    public void occupiedBy(Predicate<Shard> inHand) {
        occupied.add(inHand);
    }

    /** Tells whether a worker still turns: if it does not for longer than a lease holds, another instance takes over. */
    public void turnedBy(BooleanSupplier turns) {
        turning.include(turns);
    }

    /** Hears of each shard that is ours from now on: it may hold what nobody has looked at. */
    public void whenTaken(Consumer<Shard> listener) {
        taken.add(listener);
    }

    /** Is asked whether others came or went, on the keeper's thread; set it before the start. */
    public void watchedBy(Lookout others) {
        lookout = others;
    }

    /** Takes its share of what is free now, and goes on in the background. */
    public void start() {
        turning.begin();
        round();
        keeper = Thread.ofPlatform().name("leases").daemon().start(this::keep);
    }

    /** The lease of a shard in which this instance may begin something. */
    public Optional<Lease> of(Shard shard) {
        return Optional.ofNullable(current().get(shard));
    }

    /** All shards in which this instance may begin something: it renewed them lately, and is not giving them away. */
    public Map<Shard, Lease> current() {
        Held now = held;
        return holds(now) ? now.open() : Map.of();
    }

    /** Whether that very lease is ours still, even if we are giving it away. Ask directly before what cannot be undone. */
    public boolean holds(Lease lease) {
        Held now = held;
        return holds(now) && lease.equals(now.leases().get(lease.shard()));
    }

    private boolean holds(Held now) {
        return ticker.since(now.sinceNanos()).compareTo(SPAN) < 0;
    }

    /** How long ago the leases were renewed; empty if this instance has none. */
    public Optional<Duration> lastRenewed() {
        Held now = held;
        return now == Held.NOTHING ? Optional.empty() : Optional.of(ticker.since(now.sinceNanos()));
    }

    /** Why they could not be renewed the last time that it was tried; empty if they were. */
    public Optional<String> trouble() {
        return failures.last();
    }

    private void keep() {
        while (!closing) {
            tryStep();
            pause();
        }
    }

    private void pause() {
        try {
            Duration most = giving.shards().isEmpty() ? lookout.pause() : SHORT_STEP;
            if (wake.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void tryStep() {
        try {
            step();
            failures.wentWell();
        } catch (RuntimeException e) {
            lookedAt = Optional.empty();
            failures.failed(e);
        }
    }

    /** What the keeper does again and again. */
    void step() {
        handOver();
        boolean due =
                lookedAt.map(at -> ticker.since(at).compareTo(RENEWAL) >= 0).orElse(true);
        if (due || retiring != retired) {
            round();
        }
        if (name.isPresent() && lookout.changed()) {
            round();
        }
    }

    private void round() {
        long since = ticker.nanos();
        if (!turning.lately()) {
            resign();
            return;
        }
        if (name.isEmpty() || !shards.renew(name.get())) {
            join();
        }
        String own = name.get();
        if (retiring && !retired) {
            shards.retire(own);
            retired = true;
        }
        Roster roster = shards.roster(SPAN);
        hold(roster, since);
        for (int i = 0; i < ATTEMPTS && missing(roster) > 0 && !roster.free().isEmpty(); i++) {
            shards.take(own, roster.choose(own, missing(roster)));
            roster = shards.roster(SPAN);
            hold(roster, since);
        }
        giving.begin(held.leases().keySet(), -missing(roster));
        held = Held.of(held.leases(), giving.shards(), since);
        lookedAt = Optional.of(since);
        handOver();
    }

    /** Under a new name each time: what an earlier one held may have begun elsewhere since. */
    private void join() {
        if (name.isPresent()) {
            LOG.log(WARNING, "this instance was taken for gone, has lost its shards, and begins anew");
        }
        held = Held.NOTHING;
        giving.forget();
        names++;
        String next = names == 1 ? self.name() : self.name() + "-" + names;
        shards.join(self.named(next));
        name = Optional.of(next);
        retired = false;
    }

    /** How many it has too few; below zero, too many. Without others there is nobody to give to. */
    private int missing(Roster roster) {
        int has = held.leases().size();
        if (retiring) {
            return roster.members().isEmpty() ? 0 : -has;
        }
        return roster.share(name.orElseThrow()) - has;
    }

    private void resign() {
        if (name.isPresent()) {
            LOG.log(ERROR, "a worker of this instance does not turn any more: its shards are left to the others");
        }
        held = Held.NOTHING;
        giving.forget();
        Optional<String> was = name;
        name = Optional.empty();
        was.ifPresent(shards::leave);
    }

    private void hold(Roster roster, long since) {
        Map<Shard, Lease> before = held.leases();
        Map<Shard, Lease> now = roster.of(name.orElseThrow());
        giving.retain(now.keySet());
        held = Held.of(now, giving.shards(), since);
        if (!now.keySet().equals(before.keySet())) {
            LOG.log(
                    INFO,
                    "this instance works off {0} of {1} shards, with {2} others",
                    now.size(),
                    Shard.COUNT,
                    roster.members().stream()
                            .filter(one -> !name.get().equals(one))
                            .count());
        }
        now.keySet().stream()
                .filter(shard -> !before.containsKey(shard))
                .forEach(shard -> taken.forEach(listener -> listener.accept(shard)));
    }

    /** What is still in hand after that time is refused by the fence. */
    private void handOver() {
        Set<Shard> ready = giving.ready();
        if (!ready.isEmpty()) {
            held = held.without(ready);
            shards.give(name.orElseThrow(), ready);
        }
    }

    /**
     * Begins to go: gives everything to the others, as one that gives what is above its share. Without others it keeps
     * what it has, so that what is in hand can be finished.
     */
    public void retire() {
        retiring = true;
        wake.release();
    }

    /** Gives all shards back, so that another instance need not wait for the leases to run out. */
    @Override
    public void close() {
        closing = true;
        wake.release();
        try {
            if (keeper != null) {
                keeper.join(Duration.ofSeconds(2));
            }
            held = Held.NOTHING;
            name.ifPresent(shards::leave);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "the leases could not be given back and will run out: " + e.getMessage());
        }
    }
}
