package io.quittance.application.lifecycle;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A move as the journal tells it, in a line that can be read again.
 *
 * @param before the state as {@link OrderKind#state} says it
 */
public record Step(String before, String after) {
    private static final String TO = " -> ";

    private static final String MORE = " (";
    private static final String WITNESS = ", on the word of ";

    public Step {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** @param witness in words: on whose word it moved */
    JournalEntry entry(Instant at, String witness) {
        return JournalEntry.noted(Kind.MOVED, at, before + TO + after + WITNESS + witness);
    }

    /** What an entry says of a move; empty if it says nothing of one. */
    public static Optional<Step> told(JournalEntry entry) {
        return entry.kind() == Kind.MOVED ? read(entry.note()) : Optional.empty();
    }

    /** What the line of a move says; empty if it was cut. */
    public static Optional<Step> read(String line) {
        int to = line.indexOf(TO);
        int witness = line.lastIndexOf(WITNESS);
        return to >= 0 && witness > to
                ? Optional.of(new Step(line.substring(0, to), line.substring(to + TO.length(), witness)))
                : Optional.empty();
    }

    /**
     * Only the name of the state behind the move, without the transactions that may stand in brackets behind it: that can be told from a
     * line of which the end was cut, if it was cut in these.
     */
    public static Optional<String> nameAfter(String line) {
        Optional<String> after = read(line).map(Step::after);
        int to = line.indexOf(TO);
        int more = line.indexOf(MORE, Math.max(to, 0));
        if (after.isEmpty() && to >= 0 && more > to) {
            return Optional.of(line.substring(to + TO.length(), more));
        }
        return after.map(state -> state.contains(MORE) ? state.substring(0, state.indexOf(MORE)) : state);
    }
}
