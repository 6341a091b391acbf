package io.quittance.bootstrap.management;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Whether this instance can do its work; being alive never depends on the database, or a restart would follow. */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BooleanSupplier database;
    private final Upstream upstream;
    private final About about;
    private volatile boolean serving;

    /** What does not change while it runs. */
    public record About(String version, String crypto, String database, String upstream) {}

    /** How we stand with upstream; kept, so that asking never waits. */
    public interface Upstream {
        /** What is wrong with the addresses at which nothing was ever heard from those whom we asked. */
        List<String> misplaced();

        /** What a person has to set right although this instance does its work: apps that it refuses, an address that fails. */
        List<String> warnings();
    }

    /** @param database asks whether the database answers; may block */
    public Health(BooleanSupplier database, Upstream upstream, About about) {
        this.database = database;
        this.upstream = upstream;
        this.about = about;
    }

    /** Told when everything is started, and when stopping begins. */
    public void serving(boolean now) {
        serving = now;
    }

    boolean serving() {
        return serving;
    }

    Upstream upstream() {
        return upstream;
    }

    About about() {
        return about;
    }

    boolean databaseAnswers() {
        FutureTask<Boolean> probe = new FutureTask<>(database::getAsBoolean);
        Thread.ofVirtual().name("health").start(probe);
        try {
            return probe.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            probe.cancel(true);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
