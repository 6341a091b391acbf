package io.quittance.application.shard;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works off a queue in the shards that this instance holds, lane by lane: reads a few of what is due in each and hands them
 * over as the lane has places. A dead lane costs the others nothing, and what waits in it stays in the database.
 */
public final class QueueWorker<Q extends Queued> implements AutoCloseable {
    /** How long {@link #close} waits for what is in hand. */
    private static final Duration CLOSING = Duration.ofSeconds(7);

    /** Longer than the database may keep the reader waiting. */
    private static final Duration STUCK = Duration.ofSeconds(15);

    /** Another version may set something aside at any time while both run. */
    private static final int OVERLOOKS_A_RECALL = 12;

    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());

    /** What is done with an entry, outside any transaction. */
    @FunctionalInterface
    public interface Handler<Q> {
        Handled handle(Lease lease, Q entry);
    }

    /**
     * What is worked off.
     *
     * @param probes whether an entry may be tried before its time, as every failure is followed by the same waiting: then a
     *     failing lane is tried now and then, and what waits is released once it answers
     * @param held where its held lanes are kept; empty if it can have none
     */
    public record Queue<Q extends Queued>(
            String name, Owed<Q> owed, Handler<Q> handler, boolean probes, Optional<HeldLanes> held) {
        /** One whose lanes are never held. */
        public Queue(String name, Owed<Q> owed, Handler<Q> handler, boolean probes) {
            this(name, owed, handler, probes, Optional.empty());
        }
    }

    private final Queue<Q> queue;
    private final Workplace at;
    private final Setbacks<Q> setbacks;
    private final Lanes<Q> lanes;
    private final Streak failures;
    private volatile boolean closing;
    private int overlooks;
    private Thread reader;

    public QueueWorker(Queue<Q> queue, Workplace at, Bell bell) {
        this.queue = queue;
        this.at = at;
        this.setbacks = new Setbacks<>(queue, at);
        this.lanes = new Lanes<>(queue, at, this::begin);
        this.failures = new Streak(
                LOG, queue.name() + " could not be read and is tried again", queue.name() + " is read again");
        bell.listen(stretch -> expect(at.clock().instant(), stretch));
        at.leases().whenTaken(_ -> lanes.overlook());
        at.leases().occupiedBy(shard -> lanes.ask(known -> known.holds(shard)));
        at.leases().turnedBy(this::turns);
    }

    public void start() {
        reader = Thread.ofPlatform().name(queue.name()).daemon().start(this::readOn);
    }

    private void readOn() {
        try {
            while (step()) {
                // Each step waits until there is something to do.
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            LOG.log(ERROR, queue.name() + " is worked off no more by this instance, which needs a restart", e);
            throw e;
        }
    }

    private boolean step() throws InterruptedException {
        return switch (lanes.next()) {
            case Task.End() -> false;
            case Task.LookAtHolds(var begun) -> {
                tried(Optional.empty(), () -> lanes.held(begun, held()));
                yield true;
            }
            case Task.Overlook() -> {
                tried(Optional.empty(), this::overlook);
                yield true;
            }
            case Task.Read(var reading) -> {
                tried(Optional.of(reading), () -> read(reading));
                yield true;
            }
        };
    }

    private void tried(Optional<Reading> reading, Runnable work) {
        try {
            work.run();
            failures.wentWell();
        } catch (RuntimeException e) {
            if (!closing) {
                failures.failed(e);
            }
            lanes.rest(reading);
        }
    }

    private List<HeldLane> held() {
        return queue.held().map(HeldLanes::all).orElse(List.of());
    }

    /** Finds what no bell told of: entries of another process, what was left from before, or after an error. */
    private void overlook() {
        Set<Shard> held = at.leases().current().keySet();
        if (held.isEmpty()) {
            return;
        }
        if (overlooks++ % OVERLOOKS_A_RECALL == 0) {
            setbacks.recall();
        }
        queue.owed().waiting(held).forEach(lanes::found);
    }

    private void read(Reading reading) {
        Optional<Lease> lease = at.leases().of(reading.stretch().shard());
        if (lease.isEmpty() || closing) {
            lanes.leave(reading);
            return;
        }
        Page<Q> page = queue.owed().due(reading.stretch(), Position.START, reading.until(), reading.limit());
        page.unreadable().forEach(one -> setbacks.unreadable(lease.get(), one));
        Collection<Long> missed = reading.missed().keySet();
        lanes.read(
                reading,
                lease.get(),
                missed.isEmpty() ? List.of() : queue.owed().these(missed),
                page);
    }

    /** Each has its own thread, so that one that breaks takes no other with it. */
    private void begin(Hand<Q> hand) {
        Thread.ofVirtual().name(queue.name() + " " + hand.entry().lane()).start(() -> handle(hand));
    }

    private void handle(Hand<Q> hand) {
        long since = at.ticker().nanos();
        Handled handled = Handled.silently(Optional.empty());
        try {
            handled = closing ? handled : handled(hand);
        } finally {
            lanes.finished(hand, handled, at.ticker().since(since));
        }
    }

    private Handled handled(Hand<Q> hand) {
        try {
            return queue.handler().handle(hand.lease(), hand.entry());
        } catch (StoreUnavailable e) {
            // It stays queued, and nobody needs to do anything; the outage is told as a whole by whoever talks with the
            // store.
            LOG.log(DEBUG, queue.name() + ": " + hand.entry().about() + " is tried again: " + e.getMessage());
            return Handled.silently(Optional.of(at.clock().instant().plus(Setbacks.AWAY)));
        } catch (RuntimeException e) {
            return Handled.silently(setbacks.stumbled(hand.lease(), hand.entry(), e));
        }
    }

    /** Something is due there then. */
    public void expect(Instant time, Stretch stretch) {
        lanes.expect(time, stretch);
    }

    /** A lane was held or released: that counts here at once, at the other instances within {@link Holds#SPAN}. */
    public void lookAtHolds() {
        lanes.lookAtHolds();
    }

    /** How many lanes are held. */
    public int heldLanes() {
        return lanes.ask(known -> known.held().size());
    }

    /** How many entries are in hand now. */
    public int inHand() {
        return lanes.ask(LanesInUse::inHand);
    }

    /** How long ago it last looked for something to do; it does so every second, unless the database keeps it waiting. */
    public Duration sinceTurned() {
        return lanes.sinceTurned();
    }

    private boolean turns() {
        return reader == null
                || closing
                || reader.isAlive() && lanes.sinceTurned().compareTo(STUCK) < 0;
    }

    /** Why the lanes fail that fail now. */
    public Map<Long, Failing> failing() {
        return lanes.ask(LanesInUse::failing);
    }

    /**
     * Takes nothing more, and waits up to {@link #CLOSING} for what is in hand; the rest stays queued. Interrupts
     * nobody: an interrupt during a read would close the file of an embedded database.
     */
    @Override
    public void close() {
        closing = true;
        lanes.close();
        if (reader == null) {
            return;
        }
        long start = at.ticker().nanos();
        try {
            reader.join(CLOSING);
            lanes.awaitIdle(CLOSING.minus(at.ticker().since(start)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
