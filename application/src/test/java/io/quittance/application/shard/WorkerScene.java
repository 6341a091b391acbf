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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A worker over a queue in memory, of a run that holds all shards; {@code open} is what a test has its work wait for. */
final class WorkerScene implements AutoCloseable {
    final HandClock clock = new HandClock(Given.NOON);
    final Leases leases =
            new Leases(InMemoryStore.at(clock).shards(), GivenShards.member("this run"), System::nanoTime);
    final Bell bell = new Bell();
    final Map<Long, Entry> queue = new ConcurrentHashMap<>();
    final List<Shard> read = new CopyOnWriteArrayList<>();
    final List<Long> handled = new CopyOnWriteArrayList<>();
    final CountDownLatch open = new CountDownLatch(1);
    volatile Runnable duringRead = () -> {};
    QueueWorker<Entry> worker;
    private final AtomicLong lastId = new AtomicLong();

    record Entry(long id, ObjectRef about, Instant dueAt, String lane) implements Queued {
        @Override
        public Shard shard() {
            return Shard.of(about);
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

    Entry owe(String object, String lane) {
        Entry entry = new Entry(lastId.incrementAndGet(), ObjectRef.of(new CaptureId(object)), clock.instant(), lane);
        queue.put(entry.id(), entry);
        return entry;
    }

    private List<Entry> due(Shard shard, Position after, Instant now, int limit) {
        read.add(shard);
        duringRead.run();
        return queue.values().stream()
                .filter(entry -> entry.shard().equals(shard) && !entry.dueAt().isAfter(now))
                .filter(entry -> entry.dueAt().isAfter(after.dueAt()) || entry.id() > after.id())
                .sorted(Comparator.comparing(Entry::dueAt).thenComparing(Entry::id))
                .limit(limit)
                .toList();
    }

    void start(Handler<Entry> handler) {
        worker = new QueueWorker<>(
                new Queue<>("test", this::due, Entry::lane, handler), leases, clock, System::nanoTime, bell);
        worker.start();
    }

    Optional<Instant> finish(Lease lease, Entry entry) {
        queue.remove(entry.id());
        handled.add(entry.id());
        return Optional.empty();
    }

    void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts work", e);
        }
    }

    void readAgain(Shard shard) {
        int before = read.size();
        bell.ring(shard);
        Eventually.become("the shard is read again", () -> read.lastIndexOf(shard) >= before);
    }

    void everythingIsReadOnce() {
        Eventually.become("every shard is read", () -> read.size() >= Shard.COUNT);
    }
}
