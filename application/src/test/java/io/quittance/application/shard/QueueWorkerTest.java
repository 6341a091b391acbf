package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.QueueWorker.Handler;
import io.quittance.application.shard.QueueWorker.Queue;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.capture.CaptureId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A worker of a queue")
@Timeout(30)
class QueueWorkerTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final Leases leases = new Leases(InMemoryStore.at(clock).shards(), "this run", System::nanoTime);
    private final Bell bell = new Bell();
    private final Map<Long, Entry> queue = new ConcurrentHashMap<>();
    private final List<Shard> read = new CopyOnWriteArrayList<>();
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile Runnable duringRead = () -> {};
    private QueueWorker<Entry> worker;

    private record Entry(long id, ObjectRef about, Instant dueAt, String lane) implements Queued {
        @Override
        public Shard shard() {
            return Shard.of(about);
        }
    }

    @BeforeEach
    void holds_all_shards() {
        leases.start();
    }

    @AfterEach
    void let_everything_go() {
        open.countDown();
        worker.close();
        leases.close();
    }

    private Entry owe(String object, String lane) {
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

    private void start(Handler<Entry> handler) {
        worker = new QueueWorker<>(
                new Queue<>("test", this::due, Entry::lane, handler), leases, clock, System::nanoTime, bell);
        worker.start();
    }

    private Optional<Instant> finish(Lease lease, Entry entry) {
        queue.remove(entry.id());
        handled.add(entry.id());
        return Optional.empty();
    }

    private void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts work", e);
        }
    }

    private void readAgain(Shard shard) {
        int before = read.size();
        bell.ring(shard);
        Eventually.become("the shard is read again", () -> read.lastIndexOf(shard) >= before);
    }

    private void everythingIsReadOnce() {
        Eventually.become("every shard is read", () -> read.size() >= Shard.COUNT);
    }

    @Test
    void finds_what_was_left_from_before_and_hands_it_over_with_the_lease_of_its_shard() {
        List<Lease> shown = new CopyOnWriteArrayList<>();
        Entry entry = owe("C1", "lane");

        start((lease, one) -> {
            shown.add(lease);
            return finish(lease, one);
        });

        Eventually.become("it is done", () -> !shown.isEmpty());
        assertEquals(List.of(leases.of(entry.shard()).orElseThrow()), shown);
    }

    @Test
    void reads_a_shard_at_once_that_is_rung_for_and_no_other() {
        start(this::finish);
        everythingIsReadOnce();
        Entry entry = owe("C1", "lane");

        bell.ring(entry.shard());

        Eventually.become("it is done", () -> handled.contains(entry.id()));
        assertEquals(entry.shard(), read.get(Shard.COUNT));
    }

    @Test
    void has_an_entry_in_hand_once_however_often_it_reads_it() {
        Entry entry = owe("C1", "lane");
        start((_, one) -> {
            handled.add(one.id());
            awaitOpen();
            return Optional.empty();
        });
        Eventually.become("it is in hand", () -> !handled.isEmpty());

        readAgain(entry.shard());
        readAgain(entry.shard());

        assertEquals(1, worker.inHand());
        assertEquals(List.of(entry.id()), handled);
    }

    @Test
    void lets_no_dead_lane_hold_up_another() {
        for (int i = 0; i < 50; i++) {
            owe("D" + i, "dead");
        }
        start((lease, one) -> {
            if (one.lane().equals("dead")) {
                awaitOpen();
            }
            return finish(lease, one);
        });
        Entry alive = owe("A1", "alive");
        bell.ring(alive.shard());

        Eventually.become("the other lane's entry is done", () -> handled.equals(List.of(alive.id())));
    }

    @Test
    void reads_on_behind_a_full_page() {
        Stream.generate(() -> owe("C1", "lane")).limit(300).toList();

        start((_, _) -> {
            awaitOpen();
            return Optional.empty();
        });

        Eventually.become("all are in hand", () -> worker.inHand() == 300);
    }

    @Test
    void does_everything_once_though_it_fits_neither_a_page_nor_a_lane() {
        int many = 3 * Lanes.WAITING;
        Stream.generate(() -> owe("C1", "lane")).limit(many).toList();

        start(this::finish);

        Eventually.become("all are done", () -> queue.isEmpty() && worker.inHand() == 0);
        assertEquals(many, handled.stream().distinct().count());
        assertEquals(many, handled.size());
    }

    @Test
    void loses_nothing_when_a_handler_throws() {
        Entry entry = owe("C1", "lane");
        AtomicBoolean broken = new AtomicBoolean(true);
        start((lease, one) -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("just this once");
            }
            return finish(lease, one);
        });
        Eventually.become("it has thrown", () -> !broken.get() && worker.inHand() == 0);

        readAgain(entry.shard());

        Eventually.become("it is done", () -> handled.equals(List.of(entry.id())) && worker.inHand() == 0);
    }

    @Test
    void looks_again_when_a_handler_says_when() {
        Entry entry = owe("C1", "lane");
        Instant later = clock.instant().plusMillis(20);
        start((lease, one) -> {
            if (clock.instant().isBefore(later)) {
                handled.add(one.id());
                queue.put(one.id(), new Entry(one.id(), one.about(), later, one.lane()));
                return Optional.of(later);
            }
            return finish(lease, one);
        });
        Eventually.become("it was tried", () -> handled.size() == 1 && worker.inHand() == 0);

        clock.set(later);

        Eventually.become("it was tried again", () -> handled.equals(Collections.nCopies(2, entry.id())));
    }

    @Test
    void goes_on_when_the_queue_could_not_be_read() {
        AtomicBoolean away = new AtomicBoolean(true);
        duringRead = () -> {
            if (away.getAndSet(false)) {
                throw new IllegalStateException("the database is away");
            }
        };
        Entry entry = owe("C1", "lane");

        start(this::finish);

        Eventually.become("it is done", () -> handled.equals(List.of(entry.id())));
    }

    @Test
    void waits_at_the_end_for_what_is_in_hand() throws InterruptedException {
        Entry entry = owe("C1", "lane");
        CountDownLatch begun = new CountDownLatch(1);
        start((lease, one) -> {
            begun.countDown();
            awaitOpen();
            return finish(lease, one);
        });
        begun.await();
        AtomicBoolean doneAtTheEnd = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            worker.close();
            doneAtTheEnd.set(handled.contains(entry.id()));
        });
        assertFalse(closing.join(Duration.ofMillis(200)), "it waits");

        open.countDown();
        closing.join();
        assertTrue(doneAtTheEnd.get());
    }

    @Test
    void takes_nothing_more_once_it_is_closed() {
        start(this::finish);
        everythingIsReadOnce();

        worker.close();
        int before = read.size();
        bell.ring(owe("C1", "lane").shard());

        assertEquals(before, read.size());
        assertEquals(List.of(), handled);
    }

    /** An interrupt in the middle of a read closes the file of an embedded database, and with it everybody's. */
    @Test
    void is_never_interrupted_while_it_reads() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        duringRead = () -> {
            reading.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        };
        start(this::finish);
        reading.await();
        Thread closing = Thread.ofPlatform().start(worker::close);
        Eventually.become("it waits", () -> closing.getState() == Thread.State.TIMED_WAITING || interrupted.get());

        open.countDown();
        closing.join();
        assertFalse(interrupted.get());
    }
}
