package io.quittance.application.story;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is still to be done about an order, as the two queues hold it. */
public interface Outstanding {
    /** What we still have to ask of upstream. */
    Optional<Asking> asking(ObjectRef about);

    /** What we still have to tell its merchant, in the order in which it is told. */
    List<Telling> telling(ObjectRef about);

    /**
     * @param attempt how often that was asked
     * @param dueAt empty where it is stopped
     */
    record Asking(Errand.Step step, int attempt, Optional<Instant> dueAt, Optional<Stopped> stopped) {}

    /**
     * @param owed the number of the journal's row that holds what is told
     * @param attempt how often that was tried
     * @param dueAt empty where it is stopped
     */
    record Telling(int owed, int attempt, Optional<Instant> dueAt, Optional<Stopped> stopped) {}

    /**
     * What is not tried.
     *
     * @param how {@code PARKED} after its last attempt, {@code BEHIND} an earlier message of its order, {@code ASIDE} as it
     *     could not be handled
     */
    record Stopped(String how, Optional<String> why) {}
}
