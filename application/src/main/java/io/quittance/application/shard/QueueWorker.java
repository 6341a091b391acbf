package io.quittance.application.shard;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Works off the queue of every shard that this instance holds: reads what is due, remembers what it has in hand, and
 * hands each entry to its lane. A dead endpoint fills its own lane and costs the others nothing.
 */
public final class QueueWorker<Q extends Queued> implements AutoCloseable {
    /** Entries read at a time. */
    private static final int PAGE = 128;

    /** Entries in hand at most, over all lanes. */
    private static final int WINDOW = 8_192;

    /** Finds what no bell told of: entries of another process, or after an error. */
    private static final Duration RESCAN = Duration.ofSeconds(2);

    /** How long {@link #close} waits for what is in hand. */
    private static final Duration CLOSING = Duration.ofSeconds(7);

    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());

    /** Where entries come from. */
    @FunctionalInterface
    public interface Source<Q> {
        List<Q> due(Shard shard, Position after, Instant now, int limit);
    }

    /** What is done with one. */
    @FunctionalInterface
    public interface Handler<Q> {
        /** @return when something of its order is due again, if this process should look at the shard then */
        Optional<Instant> handle(Lease lease, Q entry);
    }

    /**
     * What is worked off.
     *
     * @param laneOf who must not hold up whom: entries of one lane share its few places
     */
    public record Queue<Q extends Queued>(
            String name, Source<Q> source, Function<Q, String> laneOf, Handler<Q> handler) {}

    private final Queue<Q> queue;
    private final Leases leases;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Lanes lanes;
    private final Agenda agenda;
    private final Map<Long, Shard> inHand = new ConcurrentHashMap<>();
    private final Set<Long> finishedDuringScan = ConcurrentHashMap.newKeySet();
    private volatile boolean leftSome;
    private volatile long turnedAt;
    private volatile boolean closing;
    private Thread dispatcher;

    public QueueWorker(Queue<Q> queue, Leases leases, InstantSource clock, Ticker ticker, Bell bell) {
        this.queue = queue;
        this.leases = leases;
        this.clock = clock;
        this.ticker = ticker;
        this.lanes = new Lanes(queue.name());
        this.agenda = new Agenda(ticker);
        this.turnedAt = ticker.nanos();
        bell.listen(agenda::now);
        leases.whenTaken(agenda::now);
        leases.occupiedBy(this::holds);
        leases.turnedBy(this::turns);
    }

    public void start() {
        turnedAt = ticker.nanos();
        dispatcher = Thread.ofPlatform().name(queue.name()).daemon().start(this::dispatch);
    }

    private void dispatch() {
        while (!closing) {
            turnedAt = ticker.nanos();
            try {
                Set<Shard> shards = agenda.next(clock, RESCAN);
                scan(shards);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(WARNING, queue.name() + " could not be read and is tried again: " + e.getMessage());
                agenda.rest();
            }
        }
    }

    private void scan(Set<Shard> shards) {
        finishedDuringScan.clear();
        for (Shard shard : shards) {
            Optional<Lease> lease = leases.of(shard);
            if (lease.isPresent() && !closing) {
                read(lease.get());
            }
        }
    }

    private void read(Lease lease) {
        Position position = Position.START;
        List<Q> page;
        do {
            page = queue.source().due(lease.shard(), position, clock.instant(), PAGE);
            for (Q entry : page) {
                take(lease, entry);
                position = entry.position();
            }
        } while (page.size() == PAGE && inHand.size() < WINDOW && !closing);
        leftSome |= page.size() == PAGE;
    }

    /**
     * What was read may have been finished meanwhile; a finished entry is remembered until the next scan begins, so it
     * is not taken twice.
     */
    private void take(Lease lease, Q entry) {
        if (finishedDuringScan.contains(entry.id()) || inHand.putIfAbsent(entry.id(), entry.shard()) != null) {
            return;
        }
        if (finishedDuringScan.contains(entry.id())) {
            inHand.remove(entry.id());
            return;
        }
        if (!lanes.offer(queue.laneOf().apply(entry), () -> handle(lease, entry))) {
            leftSome = true;
            inHand.remove(entry.id());
        }
    }

    private void handle(Lease lease, Q entry) {
        try {
            if (!closing) {
                queue.handler().handle(lease, entry).ifPresent(again -> expect(again, entry.shard()));
            }
        } catch (StoreUnavailable e) {
            // What did not end in time finds the database closed; it stays queued, and nobody needs to do anything.
            LOG.log(
                    closing ? DEBUG : WARNING,
                    queue.name() + ": " + entry.about() + " is tried again: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(ERROR, queue.name() + ": " + entry.about() + " is tried again after an unexpected fault", e);
        } finally {
            finishedDuringScan.add(entry.id());
            inHand.remove(entry.id());
            if (leftSome && inHand.size() < PAGE) {
                leftSome = false;
                agenda.everything();
            }
        }
    }

    /** Something of that shard is due then. Far times need no appointment: the next scan of everything finds them. */
    public void expect(Instant at, Shard shard) {
        if (at.isBefore(clock.instant().plus(RESCAN))) {
            agenda.at(at, shard);
        }
    }

    /** Whether something of that shard is in hand now. */
    public boolean holds(Shard shard) {
        return inHand.containsValue(shard);
    }

    /** False once what reads the queue has ended while it should go on. */
    private boolean turns() {
        return dispatcher == null || closing || dispatcher.isAlive();
    }

    /** How many entries are in hand now. */
    public int inHand() {
        return inHand.size();
    }

    /** How long ago it last looked for something to do; it does so every few seconds, unless the database keeps it waiting. */
    public Duration sinceTurned() {
        return ticker.since(turnedAt);
    }

    /**
     * Takes nothing more, and waits up to {@link #CLOSING} for what is in hand; the rest stays queued. Interrupts
     * nobody: an interrupt during a read would close the file of an embedded database.
     */
    @Override
    public void close() {
        closing = true;
        if (dispatcher == null) {
            return;
        }
        agenda.close();
        long start = ticker.nanos();
        try {
            dispatcher.join(CLOSING);
            lanes.awaitIdle(CLOSING.minus(ticker.since(start)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
