package io.quittance.application.story;

import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells stories out of the tables. Who looked behind the masks is in the journal before anything is shown. */
public final class StoryTelling implements TellStory {
    /** What stands before a reason in the journal. */
    static final String REVEALED = "looked at the bodies unmasked: ";

    private static final int MOST_DISCREPANCIES = 50;

    private final Summaries summaries;
    private final Outstanding outstanding;
    private final Discrepancies discrepancies;
    private final Journal journal;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<ObjectRef.Kind, Duration> overdueAfter;

    /** @param overdueAfter how long each kind that may be overdue has time */
    public StoryTelling(
            Summaries summaries,
            Outstanding outstanding,
            Discrepancies discrepancies,
            Journal journal,
            Transactions transactions,
            InstantSource clock,
            Map<ObjectRef.Kind, Duration> overdueAfter) {
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.outstanding = Objects.requireNonNull(outstanding, "outstanding");
        this.discrepancies = Objects.requireNonNull(discrepancies, "discrepancies");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.overdueAfter = Map.copyOf(overdueAfter);
    }

    @Override
    public Optional<Story> tell(ObjectRef about) {
        return transactions.inOne(() -> summaries.find(about).map(this::story));
    }

    private Story story(Summary summary) {
        ObjectRef about = summary.about();
        return new Story(
                summary,
                overdueFrom(summary),
                outstanding.asking(about),
                outstanding.telling(about),
                discrepancies.page(Discrepancies.Wanted.openAbout(about), Optional.empty(), MOST_DISCREPANCIES),
                journal.story(about));
    }

    private Optional<Instant> overdueFrom(Summary summary) {
        return summary.endedAt().isPresent() || summary.overdueAt().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(overdueAfter.get(summary.about().kind())).map(summary.createdAt()::plus);
    }

    @Override
    public Optional<Story> reveal(ObjectRef about, Hand hand) {
        return transactions.inOne(() -> summaries.find(about).map(summary -> {
            JournalEntry looked = JournalEntry.noted(Kind.OPERATED, clock.instant(), REVEALED + hand.reason());
            journal.append(about, List.of(looked.by(hand.person())));
            return story(summary);
        }));
    }
}
