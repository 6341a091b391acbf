package io.quittance.application.audit;

import io.quittance.application.audit.KeptJournal.Row;
import io.quittance.application.audit.KeptJournal.Whole;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes what was sent and received out of a story, and leaves everything else: which rows there are, when, of what kind and with
 * which line. The seals stay as they are, and a row behind says what each of those rows is without its body; so the chain can be
 * followed as before, and an anchor fits as before.
 */
public final class BodyRemoval {
    private final KeptJournal kept;
    private final Chain chain;
    private final JournalBodies bodies;
    private final Journal journal;

    public BodyRemoval(KeptJournal kept, Chain chain, JournalBodies bodies, Journal journal) {
        this.kept = Objects.requireNonNull(kept, "kept");
        this.chain = Objects.requireNonNull(chain, "chain");
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.journal = Objects.requireNonNull(journal, "journal");
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param rows of how many; 0 if none had a body any more, and then nothing was written */
        record Removed(int rows) implements Outcome {}

        /** The story is not as it was written: nothing was changed, as it would hide that. */
        record Damaged(Damage damage) implements Outcome {}
    }

    /** What this gateway wrote of persons' actions stays. Call inside a transaction. */
    public Outcome remove(ObjectRef about, Hand hand, Instant now) {
        Whole whole = kept.locked(about);
        Following following = new Following(chain, about, whole.head(), 0);
        whole.rows().forEach(following::row);
        Optional<Damage> damage = following.end();
        if (damage.isPresent()) {
            return new Outcome.Damaged(damage.get());
        }
        SortedMap<Integer, Bytes> without = new TreeMap<>();
        for (Row row : whole.rows()) {
            if (row.told().body().isPresent() && !row.told().kind().equals(Kind.OPERATED.name())) {
                without.put(row.told().sequence(), chain.forgotten(about, row.told(), row.seal()));
            }
        }
        if (!without.isEmpty()) {
            bodies.remove(about, without.keySet());
            String note = "forgot the persons: took away the bodies of " + Counted.of(without.size(), "row") + ": "
                    + hand.reason();
            journal.append(
                    about,
                    List.of(JournalEntry.noted(Kind.OPERATED, now, note)
                            .with(Voucher.FORGOTTEN.of(without))
                            .by(hand.person())));
        }
        return new Outcome.Removed(without.size());
    }
}
