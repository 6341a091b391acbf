package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.WorkerScene.Entry;
import io.quittance.application.store.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A worker of a queue, at its end")
@Timeout(30)
class QueueWorkerEndTest {
    private final WorkerScene scene = new WorkerScene();

    @AfterEach
    void let_everything_go() {
        scene.close();
    }

    @Test
    void waits_at_the_end_for_what_is_in_hand() throws InterruptedException {
        Entry entry = scene.owe("C1", 1);
        CountDownLatch begun = new CountDownLatch(1);
        scene.start((lease, one) -> {
            begun.countDown();
            scene.awaitOpen();
            return scene.finish(lease, one);
        });
        begun.await();
        AtomicBoolean doneAtTheEnd = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            scene.worker.close();
            doneAtTheEnd.set(scene.handled.contains(entry.id()));
        });
        assertFalse(closing.join(Duration.ofMillis(200)), "it waits");

        scene.open.countDown();
        closing.join();
        assertTrue(doneAtTheEnd.get());
    }

    @Test
    void takes_nothing_more_once_it_is_closed() {
        scene.start(scene::finish);
        scene.everythingIsLookedOverOnce();

        scene.worker.close();
        int before = scene.read.size();
        scene.bell.ring(scene.owe("C1", 1).stretch());

        assertEquals(before, scene.read.size());
        assertEquals(List.of(), scene.handled);
    }

    /** An interrupt in the middle of a read closes the file of an embedded database, and with it everybody's. */
    @Test
    void is_never_interrupted_while_it_reads() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        scene.duringRead = () -> {
            reading.countDown();
            try {
                scene.open.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        };
        scene.start(scene::finish);
        reading.await();
        Thread closing = Thread.ofPlatform().start(scene.worker::close);
        Eventually.become("it waits", () -> closing.getState() == Thread.State.TIMED_WAITING || interrupted.get());

        scene.open.countDown();
        closing.join();
        assertFalse(interrupted.get());
    }
}
