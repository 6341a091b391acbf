package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Backups.Written;
import io.quittance.bootstrap.trouble.Trouble;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Backups for callers who cannot wait: one is begun, and then asked for. There is at most one at a time, until it was moved
 * away or its time is over.
 */
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

        /** It was moved away, or nobody did so in its time. */
        record Gone() implements Run {}

        record Failed(String why) implements Run {}
    }

    /** @throws Trouble if one runs, or waits to be moved away */
    synchronized void begin() {
        switch (last.map(BackupRuns::now).orElse(new Run.Gone())) {
            case Run.Running() -> throw new Trouble("Another backup is being written; wait until it is done.");
            case Run.Done(var written) ->
                throw new Trouble("Another backup waits in " + written.file().toAbsolutePath()
                        + ": move it away or remove it; else that is done "
                        + KeptBackups.KEPT.toMinutes() + " minutes after it was written.");
            case Run.Gone(), Run.Failed _ -> {}
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
        return now(last.orElseThrow(() -> new Trouble("No backup was begun.")));
    }

    private static Run now(Run run) {
        return run instanceof Run.Done(var written) && Files.notExists(written.file()) ? new Run.Gone() : run;
    }
}
