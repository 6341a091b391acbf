package io.quittance.application.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.store.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A flush that is shared")
class SharedFlushTest {
    private static final int MANY = 50;

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore ends = new Semaphore(0);
    private final List<RuntimeException> breaks = new ArrayList<>();
    private final SharedFlush flush = new SharedFlush(this::played);
    private final List<Thread> waiting = new ArrayList<>();
    private final ThreadFactory threads = work -> {
        Thread thread = Thread.ofPlatform().unstarted(work);
        waiting.add(thread);
        return thread;
    };

    private void played() {
        int which = begun.incrementAndGet();
        ends.acquireUninterruptibly();
        if (which <= breaks.size()) {
            throw breaks.get(which - 1);
        }
    }

    private CompletableFuture<Void> asks() {
        return CompletableFuture.runAsync(
                flush::await, work -> threads.newThread(work).start());
    }

    private void allWait(int besides) {
        Eventually.become(
                "all wait",
                () -> waiting.stream()
                                .filter(thread -> thread.getState() == Thread.State.WAITING)
                                .count()
                        == besides);
    }

    @Test
    void is_performed_each_time_where_nobody_shares_it() {
        ends.release(2);

        flush.await();
        flush.await();

        assertEquals(2, begun.get());
    }

    /** One that was under way already may have begun before they saw what they saw. */
    @Test
    void serves_all_who_came_during_the_one_before_by_another_one() {
        CompletableFuture<Void> first = asks();
        Eventually.become("begun", () -> begun.get() == 1);
        List<CompletableFuture<Void>> later = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            later.add(asks());
        }
        allWait(MANY + 1);

        ends.release();
        first.join();
        Eventually.become("another begins", () -> begun.get() == 2);
        later.forEach(one -> assertFalse(one.isDone()));
        ends.release();
        later.forEach(CompletableFuture::join);

        assertEquals(2, begun.get());
    }

    @Test
    void that_fails_fails_for_all_who_waited_for_it_and_is_tried_again_by_the_next() {
        RuntimeException away = new StoreUnavailable("the store is away", null);
        breaks.add(away);
        breaks.add(away);
        CompletableFuture<Void> first = asks();
        Eventually.become("begun", () -> begun.get() == 1);
        List<CompletableFuture<Void>> later = List.of(asks(), asks());
        allWait(3);

        ends.release(2);

        for (CompletableFuture<Void> one : List.of(first, later.getFirst(), later.getLast())) {
            assertSame(away, assertThrows(CompletionException.class, one::join).getCause());
        }
        ends.release();
        flush.await();
        assertEquals(3, begun.get());
    }

    @Test
    void does_not_keep_the_others_waiting_for_ever_when_it_breaks_off() throws Exception {
        CountDownLatch broken = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        SharedFlush breaking = new SharedFlush(() -> {
            if (tries.incrementAndGet() == 1) {
                broken.countDown();
                ends.acquireUninterruptibly();
                throw new LinkageError("played");
            }
        });
        try (var pool = Executors.newThreadPerTaskExecutor(threads)) {
            var first = pool.submit(breaking::await);
            broken.await();
            var second = pool.submit(breaking::await);
            allWait(2);

            ends.release();

            second.get();
            assertThrows(Exception.class, first::get);
        }
        assertEquals(2, tries.get());
    }
}
