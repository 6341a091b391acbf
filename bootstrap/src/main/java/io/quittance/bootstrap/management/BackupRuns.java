package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Backups.Written;
import io.quittance.bootstrap.trouble.Trouble;
import java.util.Optional;

/** Backups for callers who cannot wait: one is begun, and then asked for. At most one runs at a time. */
final class BackupRuns {
    private final Backups backups;
    private Optional<Run> last = Optional.empty();

    BackupRuns(Backups backups) {
        this.backups = backups;
    }

    /** How it stands. */
    sealed interface Run {
        record Running() implements Run {}

        record Done(Written written) implements Run {}

        record Failed(String why) implements Run {}
    }

    /** @throws Trouble if one runs */
    synchronized void begin() {
        if (last.filter(Run.Running.class::isInstance).isPresent()) {
            throw new Trouble("Another backup is being written; wait until it is done.");
        }
        last = Optional.of(new Run.Running());
        Thread.ofPlatform().name("backup").daemon().start(this::run);
    }

    private void run() {
        Run outcome;
        try {
            outcome = new Run.Done(backups.write());
        } catch (RuntimeException e) {
            outcome = new Run.Failed(
                    e instanceof Trouble ? e.getMessage() : "The backup failed: " + e.getMessage() + ".");
        }
        synchronized (this) {
            last = Optional.of(outcome);
        }
    }

    /** @throws Trouble if none was begun */
    synchronized Run last() {
        return last.orElseThrow(() -> new Trouble("No backup was begun."));
    }
}
