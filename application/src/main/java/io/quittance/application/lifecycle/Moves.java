package io.quittance.application.lifecycle;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind.News;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report does to an order and to everything that hangs on it: its row, its journal, what we owe its merchant, what
 * we still wanted to ask. Always inside a unit of work that has locked the order.
 */
public final class Moves<A, E> {
    /** Which of the two it speaks of, a person must find out. */
    private static final String ANOTHERS = "under the number that upstream has for another order";

    private final OrderKind<A, E> kind;
    private final Books books;

    public Moves(OrderKind<A, E> kind, Books books) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.books = Objects.requireNonNull(books, "books");
    }

    /**
     * Keeps what follows from what a report did to an order that the caller has locked.
     *
     * @param stored the order as its row holds it; the transition may have learned more than the move itself
     */
    public Settled keep(A stored, Transition<A, E> transition, Witness witness) {
        return switch (believed(stored, transition, witness)) {
            case Moved(var next, var events) -> {
                if (!kind.replace(next)) {
                    yield contradicted(stored, ANOTHERS, witness);
                }
                adopt(next, witness);
                List<News> owed = moved(stored, next, events, witness);
                follows(
                        next,
                        kind.state(stored) + " -> " + kind.state(next)
                                + (owed.isEmpty() ? "" : ", and its merchant is told"),
                        witness);
                yield Settled.RECORDED;
            }
            case Unmoved(var same) -> {
                if (!same.equals(stored) && !kind.replace(same)) {
                    yield contradicted(stored, ANOTHERS, witness);
                }
                adopt(same, witness);
                hear(same, witness);
                follows(same, "nothing moves, it is " + kind.state(same) + " already", witness);
                yield Settled.KNOWN_ALREADY;
            }
            case Refused(var same, var why) -> contradicted(same, why, witness);
        };
    }

    /** An order moves on the word of the account that it went through, and on no other's. */
    private Transition<A, E> believed(A stored, Transition<A, E> transition, Witness witness) {
        return kind.account(stored).equals(witness.holder().account().id())
                ? transition
                : new Refused<>(stored, "told by an account that it did not go through");
    }

    /** One message may tell of several things; it is adopted with the first of them. */
    private void adopt(A order, Witness witness) {
        if (!witness.heard().isEmpty()) {
            books.adopt(witness.message(), kind.ref(order), witness.at());
        }
    }

    private void follows(A order, String what, Witness witness) {
        witness.message().adopted().ifPresent(by -> by.follows(kind.ref(order), what));
    }

    private List<News> moved(A before, A next, List<E> events, Witness witness) {
        ObjectRef about = kind.ref(next);
        List<News> owed = events.stream()
                .map(event -> kind.news(witness.merchant(), event, witness.at()))
                .toList();
        boolean again = owed.isEmpty() && cameBefore(about, witness);
        List<JournalEntry> entries = new ArrayList<>(again ? unmarked(witness) : witness.heard());
        String word = again ? "a message that came again" : "the entry before";
        entries.add(new Step(kind.state(before), kind.state(next)).entry(witness.at(), word));
        owed.forEach(news -> entries.add(owed(about, news, witness)));
        int first = books.journal().append(about, entries) + entries.size() - owed.size();
        for (int i = 0; i < owed.size(); i++) {
            News news = owed.get(i);
            books.outbox()
                    .append(
                            about,
                            first + i,
                            witness.merchant().id(),
                            news.dialect(),
                            news.notifyUrl().or(witness::place),
                            witness.at());
        }
        if (kind.ended(next)) {
            books.errands().drop(about);
        }
        return owed;
    }

    /** What a person said stands in the journal each time, also about a message that stands there. */
    private static List<JournalEntry> unmarked(Witness witness) {
        return witness.heard().stream()
                .filter(entry -> entry.fingerprint().isEmpty())
                .toList();
    }

    /** The fingerprint is the result's identity: the journal's unique key lets it be owed once only. */
    private static JournalEntry owed(ObjectRef about, News news, Witness witness) {
        return JournalEntry.noted(Kind.OWED, witness.at(), "the merchant is owed the news of " + news.result())
                .with(news.body())
                .with(Fingerprint.of(List.of("owed", about.id(), news.result())));
    }

    private void hear(A same, Witness witness) {
        ObjectRef about = kind.ref(same);
        List<JournalEntry> entries = cameBefore(about, witness) ? unmarked(witness) : witness.heard();
        if (!entries.isEmpty()) {
            books.journal().append(about, entries);
        }
    }

    /**
     * Counts a message that the journal tells of already. A message's identity is not a move's: what an order came out of
     * and went back into is told in the same words. Only a move that owes somebody news happens once.
     */
    private boolean cameBefore(ObjectRef about, Witness witness) {
        return !witness.heard().isEmpty()
                && books.journal().repeated(about, witness.message().fingerprint());
    }

    private Settled contradicted(A same, String why, Witness witness) {
        ObjectRef about = kind.ref(same);
        if (books.disbelieve(Optional.of(witness.holder()), Optional.of(about), witness.message(), why, witness.at())) {
            books.journal()
                    .append(
                            about,
                            List.of(JournalEntry.noted(
                                    Kind.RECEIVED,
                                    witness.at(),
                                    "contradicts what we hold: " + why + "; kept as a discrepancy")));
        }
        return Settled.CONTRADICTED;
    }
}
