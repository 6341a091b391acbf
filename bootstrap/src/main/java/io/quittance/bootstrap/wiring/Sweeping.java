package io.quittance.bootstrap.wiring;

import io.quittance.application.request.ForgetSpentRequests;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away, twice a minute, what needs no longer be known of requests. A failure leaves it to the next time. */
final class Sweeping implements AutoCloseable {
    private static final Duration SPAN = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final ForgetSpentRequests forget;
    private final CountDownLatch closing = new CountDownLatch(1);

    Sweeping(ForgetSpentRequests forget) {
        this.forget = forget;
    }

    void start() {
        Thread.ofVirtual().name("sweeping").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(SPAN.toSeconds(), TimeUnit.SECONDS)) {
                sweep();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            forget.forget();
        } catch (RuntimeException e) {
            LOG.warn("spent requests could not be cleared away: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
