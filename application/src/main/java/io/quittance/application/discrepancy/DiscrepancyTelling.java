package io.quittance.application.discrepancy;

import io.quittance.application.discrepancy.EndDiscrepancy.Whose;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Discrepancies.Look;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summaries;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells of discrepancies out of the tables. Who looked behind the masks is kept before anything is shown. */
public final class DiscrepancyTelling implements TellDiscrepancy {
    private final Summaries summaries;
    private final EndDiscrepancy ends;
    private final Office office;

    public DiscrepancyTelling(Summaries summaries, EndDiscrepancy ends, Office office) {
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.ends = Objects.requireNonNull(ends, "ends");
        this.office = Objects.requireNonNull(office, "office");
    }

    @Override
    public Optional<Whole> tell(long number, Whose whose) {
        Discrepancies all = office.books().discrepancies();
        return all.find(number)
                .map(kept -> new Whole(
                        kept,
                        kept.discrepancy().about().flatMap(summaries::find),
                        ends.rehearse(number, whose),
                        all.looks(number)));
    }

    @Override
    public Optional<Whole> reveal(long number, Hand hand) {
        boolean there = office.inOne(() -> office.books()
                .discrepancies()
                .find(number)
                .map(kept -> looked(kept, hand))
                .isPresent());
        return there ? tell(number, Whose.UNSAID) : Optional.empty();
    }

    private Kept looked(Kept kept, Hand hand) {
        Instant now = office.now();
        Optional<ObjectRef> order =
                kept.discrepancy().about().filter(about -> summaries.find(about).isPresent());
        order.ifPresent(about -> office.books()
                .journal()
                .append(
                        about,
                        List.of(JournalEntry.noted(
                                        Kind.OPERATED,
                                        now,
                                        "looked at discrepancy " + kept.number() + " unmasked: " + hand.reason())
                                .by(hand.person()))));
        office.books().discrepancies().looked(kept.number(), new Look(now, hand.person(), hand.reason()));
        return kept;
    }
}
