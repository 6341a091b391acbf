package io.quittance.application.erasure;

import io.quittance.application.audit.BodyRemoval;
import io.quittance.application.audit.BodyRemoval.Outcome.Damaged;
import io.quittance.application.audit.BodyRemoval.Outcome.Removed;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Outstanding;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.transaction.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Forgets persons order by order, all of an order in one transaction and under its lock. */
public final class Forgetting implements ForgetPersons {
    private final Map<ObjectRef.Kind, PersonsOfKind> kinds;
    private final Summaries summaries;
    private final Outstanding outstanding;
    private final Discrepancies discrepancies;
    private final Journal journal;
    private final BodyRemoval bodies;
    private final Transactions transactions;
    private final InstantSource clock;

    /** @param kinds of which orders hold anything besides their stories */
    public Forgetting(
            Map<ObjectRef.Kind, PersonsOfKind> kinds,
            Summaries summaries,
            Outstanding outstanding,
            Discrepancies discrepancies,
            Journal journal,
            BodyRemoval bodies,
            Transactions transactions,
            InstantSource clock) {
        this.kinds = Map.copyOf(kinds);
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.outstanding = Objects.requireNonNull(outstanding, "outstanding");
        this.discrepancies = Objects.requireNonNull(discrepancies, "discrepancies");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Outcome forget(ObjectRef about, Hand hand) {
        if (summaries.find(about).isEmpty()) {
            return new Outcome.Unknown();
        }
        return transactions.inOne(() -> {
            journal.append(about, List.of());
            return summaries
                    .find(about)
                    .map(order ->
                            obstacle(order).<Outcome>map(Outcome.Refused::new).orElseGet(() -> forgotten(about, hand)))
                    .orElseGet(Outcome.Unknown::new);
        });
    }

    /** Why it cannot be yet. */
    private Optional<String> obstacle(Summary order) {
        ObjectRef about = order.about();
        List<String> states = summaries.states(about.kind());
        // What is only passed on has one state and no end.
        if (states.size() > 1 && order.state().equals(states.getFirst())) {
            return Optional.of("it has not ended");
        }
        if (outstanding.asking(about).isPresent()) {
            return Optional.of("upstream is still to be asked about it");
        }
        if (!outstanding.telling(about).isEmpty()) {
            return Optional.of("its merchant is still owed news of it");
        }
        return discrepancies.page(Discrepancies.Wanted.openAbout(about), Optional.empty(), 1).stream()
                .findFirst()
                .map(open -> "discrepancy " + open.number() + " about it is open");
    }

    private Outcome forgotten(ObjectRef about, Hand hand) {
        return switch (bodies.remove(about, hand, clock.instant())) {
            case Damaged(var damage) ->
                new Outcome.Refused("its story is damaged at row " + damage.sequence() + ": " + damage.why());
            case Removed(var rows) when rows == 0 -> new Outcome.Already();
            case Removed(var rows) -> {
                kinds.getOrDefault(about.kind(), PersonsOfKind.NONE).forget(about);
                discrepancies.forget(about);
                yield new Outcome.Done(rows);
            }
        };
    }
}
