package io.quittance.application.story;

import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.story.Outstanding.Asking;
import io.quittance.application.story.Outstanding.Telling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one order.
 *
 * @param overdueFrom when a person should look at it unless it ends before; empty where that is never or was
 * @param asking what we still have to ask of upstream
 * @param telling what we still have to tell its merchant
 * @param discrepancies the open ones about it, the oldest first
 * @param rows its journal, from the beginning
 */
public record Story(
        Summary summary,
        Optional<Instant> overdueFrom,
        Optional<Asking> asking,
        List<Telling> telling,
        List<Kept> discrepancies,
        List<Journal.Row> rows) {
    public Story {
        telling = List.copyOf(telling);
        discrepancies = List.copyOf(discrepancies);
        rows = List.copyOf(rows);
    }

    /**
     * When it ended. What upstream tells in whole seconds may be before the order was made, and says no more than that it ended at
     * once: then it is when we heard of it.
     */
    public Optional<Instant> endedAt() {
        return summary.endedAt()
                .map(told -> told.isBefore(summary.createdAt()) ? lastMove().orElse(summary.createdAt()) : told);
    }

    private Optional<Instant> lastMove() {
        return rows.stream()
                .map(Journal.Row::entry)
                .filter(entry -> entry.kind() == JournalEntry.Kind.MOVED)
                .reduce((_, later) -> later)
                .map(JournalEntry::at);
    }
}
