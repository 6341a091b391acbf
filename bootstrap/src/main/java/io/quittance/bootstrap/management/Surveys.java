package io.quittance.bootstrap.management;

import io.quittance.application.shard.Ticker;
import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every {@link Survey} up in the background, and keeps the numbers: who reads the metrics never waits for the
 * database. While it is away the last ones stay, and {@link #age} tells how old they are.
 */
public final class Surveys implements AutoCloseable {
    private static final Duration SPAN = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Surveys.class);

    private final List<Survey> surveys;
    private final Health.Sign database;
    private final BiConsumer<Survey, Map<String, ? extends Number>> keep;
    private final Ticker ticker;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> failing = new HashSet<>();
    private volatile Optional<Long> lookedAt = Optional.empty();

    /** @param keep where the numbers go */
    public Surveys(
            List<Survey> surveys,
            Health.Sign database,
            BiConsumer<Survey, Map<String, ? extends Number>> keep,
            Ticker ticker) {
        this.surveys = List.copyOf(surveys);
        this.database = database;
        this.keep = keep;
        this.ticker = ticker;
    }

    public void start() {
        Thread.ofVirtual().name("surveys").start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(SPAN.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once round. What was looked up counts from its beginning, so that none is older than told. */
    void look() {
        long now = ticker.nanos();
        boolean all = database.wrong().isEmpty() && surveys.stream().allMatch(this::look);
        if (all && failing.isEmpty()) {
            lookedAt = Optional.of(now);
        }
    }

    /** @return whether it is worth while to go on: one that fails by itself is no reason not to look at the others */
    private boolean look(Survey survey) {
        try {
            keep.accept(survey, survey.look().get());
            failing.remove(survey.name());
            return true;
        } catch (StoreUnavailable _) {
            return false;
        } catch (RuntimeException e) {
            if (failing.add(survey.name())) {
                LOG.warn("{} could not be looked up and is tried again", survey.name(), e);
            }
            return true;
        }
    }

    /** In seconds, of the oldest of the numbers; not a number before the first ones came. */
    public double age() {
        return lookedAt.map(at -> ticker.since(at).toMillis() / 1_000.0).orElse(Double.NaN);
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
