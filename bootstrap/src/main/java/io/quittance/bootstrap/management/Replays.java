package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/** What was told before, decided anew by this build, as the command line and the management API speak of it. */
public interface Replays {
    /** So many orders are replayed for one answer at most: each answer takes a moment only. */
    int MOST = 500;

    /** The kinds that can be replayed, as {@code capture} or {@code payment-link}. */
    List<String> kinds();

    /**
     * Replays a page of the orders of one kind, the newest first. Changes nothing.
     *
     * @throws Trouble if the page cannot be asked for so
     */
    Page replay(Wish wish);

    /**
     * @param since only orders made then or later, as {@code 2026-11-01T00:00:00Z}
     * @param behind our number of the last one of the page before
     * @param limit at most {@value #MOST}
     */
    record Wish(String kind, String since, Optional<String> behind, int limit) {}

    /**
     * @param messages how many were decided anew
     * @param skipped how many were not: this build has no reader for them, a person adopted them, what they did cannot be told
     *     from the journal, or they came behind such a one
     * @param behind where the next page begins; empty behind the last one
     */
    record Page(int orders, int messages, int skipped, List<Difference> differences, Optional<String> behind) {
        public Page {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A message of which this build decides otherwise.
     *
     * @param row the number of its row in the order's journal
     */
    record Difference(String kind, String number, int row, String at, String then, String now) {}
}
