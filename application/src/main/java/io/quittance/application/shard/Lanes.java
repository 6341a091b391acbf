package io.quittance.application.shard;

import io.quittance.application.shard.Timetable.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All lanes of a queue: which of them is read next, and when. What it is told, it is told by many threads. */
final class Lanes<Q extends Queued> {
    /** How far ahead a read looks, and how often everything is looked over for what no bell told of. */
    static final Duration AHEAD = Duration.ofSeconds(5);

    /** Nobody waits longer without a look around: so it can be seen from outside that the worker turns. */
    private static final Duration NAP = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Ticker ticker;
    private final Leases leases;
    private final boolean probes;
    private final Consumer<Hand<Q>> begin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LanesInUse<Q> lanes;
    private final Timetable later = new Timetable();
    private final Holds holds;
    private final LaneLog log;
    private long overlookAt;
    private boolean closed;
    private volatile long turnedAt;

    /** @param begin starts the work on an entry, on a thread of its own; it ends with {@link #finished} */
    Lanes(QueueWorker.Queue<Q> queue, Workplace at, Consumer<Hand<Q>> begin) {
        this.probes = queue.probes();
        this.clock = at.clock();
        this.ticker = at.ticker();
        this.leases = at.leases();
        this.begin = begin;
        this.holds = new Holds(queue.held().isPresent(), ticker);
        this.log = new LaneLog(queue.name());
        this.lanes = new LanesInUse<>(number -> new Lane<>(number, !holds.known()));
        this.overlookAt = ticker.nanos();
        this.turnedAt = ticker.nanos();
    }

    /** Something is due there, now or later. */
    void expect(Instant at, Stretch stretch) {
        alone(() -> expect(lanes.lane(stretch.lane()), stretch.shard(), at));
    }

    /** What looking everything over has brought: what is due only later was put off, be it by another instance. */
    void found(Waiting waiting) {
        alone(() -> {
            Lane<Q> lane = lanes.lane(waiting.stretch().lane());
            if (probes && waiting.earliest().isAfter(clock.instant().plus(AHEAD))) {
                lane.temper().hasPutOff();
            }
            expect(lane, waiting.stretch().shard(), waiting.earliest());
        });
    }

    private void expect(Lane<Q> lane, Shard shard, Instant at) {
        if (!at.isAfter(clock.instant())) {
            lane.due(shard, at);
        } else if (lane.dueAt(shard, at)) {
            later.due(new Stretch(shard, lane.number()), at);
            changed.signal();
        }
        pump(lane);
    }

    /** Waits until there is something to do. */
    Task next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                turnedAt = ticker.nanos();
                Instant now = clock.instant();
                keepAppointments(now);
                long untilLook = holds.untilLook();
                if (untilLook <= 0) {
                    return new Task.LookAtHolds(holds.beginLook());
                }
                long untilOverlook = overlookAt - ticker.nanos();
                if (untilOverlook <= 0) {
                    overlookAt = ticker.nanos() + AHEAD.toNanos();
                    return new Task.Overlook();
                }
                Optional<Lane<Q>> lane = lanes.nextToRead(now);
                if (lane.isPresent()) {
                    return new Task.Read(lane.get().beginReading(now, AHEAD));
                }
                long most = Math.min(NAP.toNanos(), Math.min(untilLook, untilOverlook));
                changed.awaitNanos(Math.min(most, later.untilNext(now)));
            }
            return new Task.End();
        } finally {
            lock.unlock();
        }
    }

    private void keepAppointments(Instant now) {
        for (Optional<Appointment> next = later.come(now); next.isPresent(); next = later.come(now)) {
            Appointment come = next.get();
            lanes.known(come.lane()).ifPresent(lane -> {
                come.shard().ifPresent(shard -> lane.come(shard, come.at()));
                pump(lane);
            });
        }
    }

    /** What a read brought. @param missed what was missed before */
    void read(Reading reading, Lease lease, List<Q> missed, Page<Q> page) {
        alone(() -> {
            Lane<Q> lane = lanes.lane(reading.stretch().lane());
            lane.read(reading, missed, page, lease, clock.instant())
                    .ifPresent(next -> expect(lane, reading.stretch().shard(), next));
            pump(lane);
        });
    }

    /** That stretch is another instance's. */
    void leave(Reading reading) {
        alone(() -> {
            Lane<Q> lane = lanes.lane(reading.stretch().lane());
            lane.unread(reading, false);
            pump(lane);
        });
    }

    /** It could not be read: everything again, but not at once. */
    void rest(Optional<Reading> reading) {
        alone(() -> {
            reading.ifPresent(one -> lanes.lane(one.stretch().lane()).unread(one, true));
            lanes.noneWantsReading();
            holds.lookIn(NAP);
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

    /** Which lanes are held may have changed. */
    void lookAtHolds() {
        alone(() -> {
            holds.lookIn(Duration.ZERO);
            changed.signal();
        });
    }

    /** These lanes are held or slowed, and no others. @param begun what the task said */
    void held(int begun, List<HeldLane> all) {
        Map<Long, Integer> rates = all.stream()
                .filter(lane -> lane.perSecond().isPresent())
                .collect(Collectors.toMap(
                        HeldLane::lane, lane -> lane.perSecond().get()));
        Set<Long> now = all.stream()
                .map(HeldLane::lane)
                .filter(lane -> !rates.containsKey(lane))
                .collect(Collectors.toSet());
        alone(() -> {
            if (holds.looked(begun)) {
                lanes.slow(rates, leases.current().size() / (double) Shard.COUNT, clock.instant());
                now.stream().map(lanes::lane).filter(lane -> !lane.isHeld()).forEach(this::hold);
                lanes.held().stream()
                        .filter(lane -> !now.contains(lane.number()))
                        .forEach(this::letGo);
            }
        });
    }

    private void hold(Lane<Q> lane) {
        log.held(lane.number());
        lane.hold();
    }

    private void letGo(Lane<Q> lane) {
        log.released(lane.number());
        lane.letGo(leases.current().keySet());
        pump(lane);
    }

    /** An entry is in hand no more. @param took how long it was */
    void finished(Hand<Q> hand, Handled handled, Duration took) {
        alone(() -> {
            Lane<Q> lane = lanes.lane(hand.entry().lane());
            lane.finished(hand, handled.isPutOff());
            heard(lane, hand.entry(), handled.lane(), took);
            handled.again().ifPresent(at -> expect(lane, hand.entry().shard(), at));
            pump(lane);
            changed.signalAll();
        });
    }

    private void heard(Lane<Q> lane, Q entry, LaneNews news, Duration took) {
        boolean held = lane.isHeld();
        Optional<Failing> before = lane.temper().failing();
        boolean release = lane.hear(entry, news, took, clock.instant(), ticker.nanos());
        if (release && probes) {
            lane.release(leases.current().keySet());
        }
        if (!lane.isHeld()) {
            Temper temper = lane.temper();
            log.turned(lane.number(), before, temper.failing(), entry.about(), temper.turn());
        } else if (!held) {
            holds.found();
            log.held(lane.number());
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
        if (lane.wantsReading(now) && lanes.wantsReading(lane)) {
            changed.signal();
        }
        lane.turn(now).ifPresent(at -> {
            later.turn(lane.number(), at);
            changed.signal();
        });
        lanes.leaveIfIdle(lane, now);
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
            while (lanes.anyRuns() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    <T> T ask(Function<LanesInUse<Q>, T> question) {
        return answered(() -> question.apply(lanes));
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
