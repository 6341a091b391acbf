package io.quittance.application.replay;

import io.quittance.application.journal.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feeds what upstream has told through the present build's readers and rules, and finds what would now be decided otherwise. */
public interface ReplayOrders {
    /** The kinds that upstream tells of by messages that move an order. */
    List<ObjectRef.Kind> kinds();

    /**
     * Replays some orders of one kind, the newest first. Only reads; asked again, it answers the same, but for what came
     * meanwhile.
     *
     * @param since only orders made then or later
     * @param behind goes on behind that order; empty for the first page
     * @throws IllegalArgumentException if there is no such order, as nothing can be told of what comes behind it
     * @param limit so many orders at most
     * @throws IllegalArgumentException if it is none of {@link #kinds}
     */
    Page replay(ObjectRef.Kind kind, Instant since, Optional<ObjectRef> behind, int limit);

    /**
     * @param messages how many were read anew
     * @param skipped how many were not: no reader of ours reads what their acquirer sends, a person adopted them, what they did
     *     cannot be told from the journal, or they came behind such a one
     * @param behind where the next page begins; empty behind the last one
     */
    record Page(int orders, int messages, int skipped, List<Difference> differences, Optional<ObjectRef> behind) {
        public Page {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A message of which this build decides otherwise than was decided when it came.
     *
     * @param row the number of its row in the order's journal; 0 if the order cannot be read
     * @param at when it came
     * @param then what was decided
     * @param now what would be
     */
    record Difference(ObjectRef about, int row, Instant at, String then, String now) {}
}
