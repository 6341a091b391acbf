package io.quittance.application.shard;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.QueueWorker.Handler;
import io.quittance.application.shard.QueueWorker.Queue;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.capture.CaptureId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A worker over a queue in memory, of a run that holds all shards; {@code open} is what a test has its work wait for. */
final class WorkerScene implements AutoCloseable {
    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store = InMemoryStore.at(clock);
    final Leases leases = new Leases(store.shards(), GivenShards.member("this run"), System::nanoTime);
    final WatchedHolds held = new WatchedHolds(store.heldLanes());
    final Bell bell = new Bell();
    final Map<Long, Entry> queue = new ConcurrentHashMap<>();
    final List<Stretch> read = new CopyOnWriteArrayList<>();
    final AtomicInteger overlooked = new AtomicInteger();
    final AtomicInteger rowsRead = new AtomicInteger();
    final Set<Long> unreadable = ConcurrentHashMap.newKeySet();
    final Map<Long, Integer> faults = new ConcurrentHashMap<>();
    final Map<Long, String> aside = new ConcurrentHashMap<>();
    final List<Long> handled = new CopyOnWriteArrayList<>();
    final CountDownLatch open = new CountDownLatch(1);
    volatile Runnable duringRead = () -> {};
    QueueWorker<Entry> worker;
    private final AtomicLong lastId = new AtomicLong();

    record Entry(long id, ObjectRef about, Instant dueAt, long lane) implements Queued {
        @Override
        public Shard shard() {
            return Shard.of(about);
        }

        Entry at(Instant due) {
            return new Entry(id, about, due, lane);
        }
    }

    WorkerScene() {
        leases.start();
    }

    @Override
    public void close() {
        open.countDown();
        worker.close();
        leases.close();
    }

    Entry owe(String object, long lane) {
        Entry entry = new Entry(lastId.incrementAndGet(), ObjectRef.of(new CaptureId(object)), clock.instant(), lane);
        queue.put(entry.id(), entry);
        return entry;
    }

    /** The held lanes as the worker reads them. */
    static final class WatchedHolds implements HeldLanes {
        final AtomicInteger looks = new AtomicInteger();
        volatile boolean away;
        private final HeldLanes kept;

        WatchedHolds(HeldLanes kept) {
            this.kept = kept;
        }

        @Override
        public boolean hold(long lane, String why, Optional<String> person) {
            return kept.hold(lane, why, person);
        }

        @Override
        public boolean slow(long lane, int perSecond, String why, String person) {
            return kept.slow(lane, perSecond, why, person);
        }

        @Override
        public boolean release(long lane) {
            return kept.release(lane);
        }

        @Override
        public boolean releaseUnlessByPerson(long lane) {
            return kept.releaseUnlessByPerson(lane);
        }

        @Override
        public List<HeldLane> all() {
            looks.incrementAndGet();
            if (away) {
                throw new IllegalStateException("not now");
            }
            return kept.all();
        }
    }

    /** The queue as the worker reads it. */
    private final class Read implements Owed<Entry> {
        @Override
        public List<Waiting> waiting(Collection<Shard> shards) {
            overlooked.incrementAndGet();
            duringRead.run();
            return queue.values().stream()
                    .filter(entry -> shards.contains(entry.shard()))
                    .map(entry -> new Waiting(entry.stretch(), entry.dueAt()))
                    .toList();
        }

        /** No worker asks for it. */
        @Override
        public List<Backlog> backlog(Collection<Shard> shards) {
            return List.of();
        }

        @Override
        public Page<Entry> due(Stretch stretch, Position after, Instant until, int limit) {
            duringRead.run();
            List<Entry> due = queue.values().stream()
                    .filter(entry ->
                            entry.stretch().equals(stretch) && !entry.dueAt().isAfter(until))
                    .sorted(Comparator.comparing(Entry::dueAt).thenComparing(Entry::id))
                    .limit(limit)
                    .toList();
            read.add(stretch);
            rowsRead.addAndGet(due.size());
            return new Page<>(
                    due.stream()
                            .filter(entry -> !unreadable.contains(entry.id()))
                            .toList(),
                    due.stream()
                            .filter(entry -> unreadable.contains(entry.id()))
                            .map(entry -> new Page.Unreadable(entry.id(), "of another version"))
                            .toList(),
                    due.size() == limit ? Optional.of(due.getLast().position()) : Optional.empty());
        }

        @Override
        public List<Entry> these(Collection<Long> ids) {
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(queue.get(id)).stream())
                    .toList();
        }

        @Override
        public int stumbled(long id) {
            return faults.merge(id, 1, Integer::sum);
        }

        @Override
        public void putOff(long id, Instant until) {
            queue.computeIfPresent(id, (_, entry) -> entry.at(until));
        }

        @Override
        public void setAside(long id, String why) {
            queue.remove(id);
            aside.put(id, why);
        }

        @Override
        public int recall(Instant due) {
            return 0;
        }

        @Override
        public long aside() {
            return aside.size();
        }
    }

    void start(Handler<Entry> handler) {
        start(handler, false);
    }

    void start(Handler<Entry> handler, boolean probes) {
        worker = new QueueWorker<>(
                new Queue<>("test", new Read(), handler, probes, Optional.of(held)),
                new Workplace(leases, new Fence(store.shards(), store.transactions()), clock, System::nanoTime),
                bell);
        worker.start();
    }

    Handled finish(Lease lease, Entry entry) {
        queue.remove(entry.id());
        handled.add(entry.id());
        return new Handled(Optional.empty(), LaneNews.FINE);
    }

    void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts work", e);
        }
    }

    void readAgain(Stretch stretch) {
        int before = read.size();
        bell.ring(stretch);
        Eventually.become("the stretch is read again", () -> read.lastIndexOf(stretch) >= before);
    }

    void everythingIsLookedOverOnce() {
        Eventually.become("everything is looked over", () -> overlooked.get() > 0);
    }
}
