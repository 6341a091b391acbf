package io.quittance.bootstrap.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several endings that go on at the same time and share one limit. */
final class Finishing {
    private static final Logger LOG = LoggerFactory.getLogger(Finishing.class);

    private final List<CompletableFuture<?>> endings = new ArrayList<>();

    void with(CompletionStage<?> ending) {
        endings.add(ending.toCompletableFuture());
    }

    void with(Runnable ending) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        Thread.ofVirtual().name("finishing").start(() -> {
            try {
                ending.run();
            } finally {
                future.complete(null);
            }
        });
        endings.add(future);
    }

    /** Waits for all of them; what is not done in that time is left to the next start. */
    void await(Duration limit) {
        try {
            CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("not everything that was in flight has finished; the rest goes on at the next start");
        } catch (ExecutionException e) {
            LOG.warn("something did not finish in order", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
