package io.quittance.application.shard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.shard.Lane.Hand;
import io.quittance.application.shard.Temper.Failing;
import io.quittance.application.shard.Timetable.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All lanes of a queue: which of them is read next, and when. What it is told, it is told by many threads. */
final class Lanes<Q extends Queued> {
    /** How far ahead a read looks, and how often everything is looked over for what no bell told of. */
    static final Duration AHEAD = Duration.ofSeconds(5);

    /** Nobody waits longer without a look around: so it can be seen from outside that the worker turns. */
    private static final Duration NAP = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    private final String name;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Leases leases;
    private final boolean probes;
    private final Consumer<Hand<Q>> begin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, Lane<Q>> lanes = new HashMap<>();
    private final SequencedSet<Lane<Q>> hungry = new LinkedHashSet<>();
    private final Timetable later = new Timetable();
    private long overlookAt;
    private boolean closed;
    private volatile long turnedAt;

    /** @param begin starts the work on an entry, on a thread of its own; it ends with {@link #finished} */
    Lanes(QueueWorker.Queue<Q> queue, Workplace at, Consumer<Hand<Q>> begin) {
        this.name = queue.name();
        this.probes = queue.probes();
        this.clock = at.clock();
        this.ticker = at.ticker();
        this.leases = at.leases();
        this.begin = begin;
        this.overlookAt = ticker.nanos();
        this.turnedAt = ticker.nanos();
    }

    /** Something is due there, now or later. */
    void expect(Instant at, Stretch stretch) {
        alone(() -> expect(lane(stretch.lane()), stretch.shard(), at));
    }

    /** What looking everything over has brought: what is due only later was put off, be it by another instance. */
    void found(Waiting waiting) {
        alone(() -> {
            Lane<Q> lane = lane(waiting.stretch().lane());
            if (probes && waiting.earliest().isAfter(clock.instant().plus(AHEAD))) {
                lane.temper().hasPutOff();
            }
            expect(lane, waiting.stretch().shard(), waiting.earliest());
        });
    }

    private void expect(Lane<Q> lane, Shard shard, Instant at) {
        if (!at.isAfter(clock.instant())) {
            lane.due(shard);
        } else if (lane.dueAt(shard, at)) {
            later.due(new Stretch(shard, lane.number()), at);
            changed.signal();
        }
        pump(lane);
    }

    private Lane<Q> lane(long number) {
        return lanes.computeIfAbsent(number, Lane::new);
    }

    /** Waits until there is something to do. */
    Task next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                turnedAt = ticker.nanos();
                Instant now = clock.instant();
                keepAppointments(now);
                long untilOverlook = overlookAt - ticker.nanos();
                if (untilOverlook <= 0) {
                    overlookAt = ticker.nanos() + AHEAD.toNanos();
                    return new Task.Overlook();
                }
                Optional<Lane<Q>> lane = nextHungry(now);
                if (lane.isPresent()) {
                    return new Task.Read(lane.get().beginReading(now, AHEAD));
                }
                changed.awaitNanos(Math.min(NAP.toNanos(), Math.min(untilOverlook, later.untilNext(now))));
            }
            return new Task.End();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Lane<Q>> nextHungry(Instant now) {
        while (!hungry.isEmpty()) {
            Lane<Q> lane = hungry.removeFirst();
            if (lane.wantsReading(now)) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    private void keepAppointments(Instant now) {
        for (Optional<Appointment> next = later.come(now); next.isPresent(); next = later.come(now)) {
            Appointment come = next.get();
            Lane<Q> lane = lanes.get(come.lane());
            if (lane != null) {
                come.shard().ifPresent(shard -> lane.come(shard, come.at()));
                pump(lane);
            }
        }
    }

    /** What a read brought. */
    void read(Reading reading, Lease lease, Page<Q> page) {
        alone(() -> {
            Lane<Q> lane = lane(reading.stretch().lane());
            lane.read(reading, page, lease, clock.instant())
                    .ifPresent(next -> expect(lane, reading.stretch().shard(), next));
            pump(lane);
        });
    }

    /** That stretch is another instance's. */
    void leave(Reading reading) {
        alone(() -> {
            Lane<Q> lane = lane(reading.stretch().lane());
            lane.unread(reading, false);
            pump(lane);
        });
    }

    /** It could not be read: everything again, but not at once. */
    void rest(Optional<Reading> reading) {
        alone(() -> {
            reading.ifPresent(one -> lane(one.stretch().lane()).unread(one, true));
            hungry.clear();
            overlookAt = ticker.nanos() + NAP.toNanos();
        });
    }

    /** Everything may be due anywhere, as in shards that are ours from now on. */
    void overlook() {
        alone(() -> {
            overlookAt = ticker.nanos();
            changed.signal();
        });
    }

    /** An entry is in hand no more. @param took how long it was */
    void finished(Hand<Q> hand, Handled handled, Duration took) {
        alone(() -> {
            Lane<Q> lane = lane(hand.entry().lane());
            lane.finished(hand);
            heard(lane, hand.entry(), handled.lane(), took);
            handled.again().ifPresent(at -> expect(lane, hand.entry().shard(), at));
            pump(lane);
            changed.signalAll();
        });
    }

    private void heard(Lane<Q> lane, Q entry, LaneNews news, Duration took) {
        boolean failed = lane.temper().failing().isPresent();
        boolean release = lane.hear(entry, news, took, clock.instant(), ticker.nanos());
        Optional<Failing> failing = lane.temper().failing();
        if (release && probes) {
            lane.release(leases.current().keySet());
        }
        if (failed && failing.isEmpty()) {
            LOG.log(INFO, "{0}: lane {1} answers again", name, Long.toString(lane.number()));
        }
        if (!failed && failing.isPresent()) {
            LOG.log(
                    WARNING,
                    "{0}: lane {1} fails and is tried one by one, at most every minute: {2}",
                    name,
                    Long.toString(lane.number()),
                    failing.get().why());
        }
    }

    /** Starts what has a place, and asks for more where there is room. */
    private void pump(Lane<Q> lane) {
        if (closed) {
            return;
        }
        Instant now = clock.instant();
        if (probes) {
            lane.probe(now);
        }
        for (Optional<Hand<Q>> next = next(lane, now); next.isPresent(); next = next(lane, now)) {
            begin.accept(next.get());
        }
        if (lane.wantsReading(now) && hungry.add(lane)) {
            changed.signal();
        }
        lane.turn(now).ifPresent(at -> {
            later.turn(lane.number(), at);
            changed.signal();
        });
        if (lane.isIdle(now)) {
            lanes.remove(lane.number());
        }
    }

    private Optional<Hand<Q>> next(Lane<Q> lane, Instant now) {
        return lane.next(
                now, lease -> leases.of(lease.shard()).filter(lease::equals).isPresent());
    }

    /** Nothing more is begun; whoever waits for a task is told so. */
    void close() {
        alone(() -> {
            closed = true;
            changed.signalAll();
        });
    }

    /** Waits until nothing is being worked on, at most so long. */
    void awaitIdle(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (lanes.values().stream().anyMatch(Lane::runs) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many entries are in hand. */
    int inHand() {
        return answered(() -> lanes.values().stream().mapToInt(Lane::inHand).sum());
    }

    /** Whether anything of that shard is in hand. */
    boolean holds(Shard shard) {
        return answered(() -> lanes.values().stream().anyMatch(lane -> lane.holds(shard)));
    }

    /** The lanes that fail now, a line each. */
    List<String> failing() {
        return answered(() -> lanes.values().stream()
                .flatMap(lane -> lane.temper().failing().stream()
                        .map(one -> name + ", lane " + lane.number() + ", since " + one.since() + ": " + one.why()))
                .sorted()
                .toList());
    }

    /** How long ago somebody last asked for a task. */
    Duration sinceTurned() {
        return ticker.since(turnedAt);
    }

    private void alone(Runnable change) {
        answered(() -> {
            change.run();
            return lanes;
        });
    }

    private <T> T answered(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }
}
