package io.quittance.application.story;

import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Journal;
import io.quittance.application.story.Outstanding.Asking;
import io.quittance.application.story.Outstanding.Telling;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one order.
 *
 * @param asking what we still have to ask of upstream
 * @param telling what we still have to tell its merchant
 * @param discrepancies the open ones about it, the oldest first
 * @param rows its journal, from the beginning
 */
public record Story(
        Summary summary,
        Optional<Asking> asking,
        List<Telling> telling,
        List<Kept> discrepancies,
        List<Journal.Row> rows) {
    public Story {
        telling = List.copyOf(telling);
        discrepancies = List.copyOf(discrepancies);
        rows = List.copyOf(rows);
    }
}
