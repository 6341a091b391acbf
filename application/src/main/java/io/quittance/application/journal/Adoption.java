package io.quittance.application.journal;

import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.JournalEntry.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person takes what a kept message says. It is taken in by the way that all news takes; what follows from it and the end of
 * its discrepancy are one transaction, or nothing is.
 *
 * @param discrepancy the number under which the message is kept
 * @param about the order that it is about, where that was known; then it is taken in for that one alone
 * @param since when it came
 * @param rehearsed whether it is only asked what would follow: everything is undone
 */
public record Adoption(
        long discrepancy, Optional<ObjectRef> about, Instant since, String person, String reason, boolean rehearsed) {
    public Adoption {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(reason, "reason");
    }

    JournalEntry said(Instant now) {
        return JournalEntry.noted(Kind.OPERATED, now, "adopted what discrepancy " + discrepancy + " says: " + reason)
                .by(person);
    }

    /**
     * Ends the discrepancy, before what follows is written.
     *
     * @throws NotAdopted if it was ended meanwhile, or another order is meant
     */
    public void end(Discrepancies discrepancies, ObjectRef order, Instant now) {
        if (about.filter(known -> !known.equals(order)).isPresent()) {
            throw new NotAdopted("what it says would go to " + order + ", and it was about " + about.get());
        }
        if (!discrepancies.end(discrepancy, new Ending(Ending.How.ADOPTED, now, person, reason), Optional.of(order))) {
            throw new NotAdopted("it was ended meanwhile");
        }
    }

    /** @throws Rehearsed if it is only asked what would follow */
    public void follows(ObjectRef order, String what) {
        if (rehearsed) {
            throw new Rehearsed(order, what);
        }
    }

    /** Undoes a unit of work in which something would have followed. */
    public static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ObjectRef order;

        Rehearsed(ObjectRef order, String what) {
            super(what, null, false, false);
            this.order = order;
        }

        public ObjectRef order() {
            return order;
        }
    }
}
