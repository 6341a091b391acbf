package io.quittance.application.lifecycle;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind.News;
import io.quittance.application.notification.Recipient;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report does to an order and to everything that hangs on it: its row, its journal, what we owe its merchant, what
 * we still wanted to ask. Always inside a unit of work that has locked the order.
 */
public final class Moves<A, E> {
    /** Which of the two it speaks of, a person must find out. */
    private static final String ANOTHERS = "under the number that upstream has for another order";

    private final OrderKind<A, E> kind;
    private final Books books;

    /** A message that is owed, and to whom. */
    private record Owed(JournalEntry entry, List<Recipient> recipients) {}

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
                List<Owed> owed = moved(stored, next, events, witness);
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

    private List<Owed> moved(A before, A next, List<E> events, Witness witness) {
        ObjectRef about = kind.ref(next);
        List<Owed> owed = events.stream()
                .flatMap(event -> owed(about, event, witness).stream())
                .toList();
        boolean again = owed.isEmpty() && cameBefore(about, witness);
        List<JournalEntry> entries = new ArrayList<>(again ? unmarked(witness) : witness.heard());
        String word = again ? "a message that came again" : "the entry before";
        entries.add(new Step(kind.state(before), kind.state(next)).entry(witness.at(), word));
        owed.forEach(one -> entries.add(one.entry()));
        int first = books.journal().append(about, entries) + entries.size() - owed.size();
        for (int i = 0; i < owed.size(); i++) {
            for (Recipient recipient : owed.get(i).recipients()) {
                books.outbox().append(about, first + i, recipient, witness.at());
            }
        }
        if (kind.ended(next)) {
            books.errands().drop(about);
        }
        return owed;
    }

    /** What is told of one event, in each form that one of the merchant's endpoints wants it in. */
    private List<Owed> owed(ObjectRef about, E event, Witness witness) {
        Merchant merchant = witness.merchant();
        News usual = kind.news(merchant, event, witness.at());
        Optional<URI> place = usual.notifyUrl().or(witness::place);
        Map<News, List<Recipient>> told = new LinkedHashMap<>();
        for (Endpoint endpoint : merchant.told(about.topic(), place.isPresent())) {
            News news = endpoint.payoutDialect() == merchant.payoutDialect()
                    ? usual
                    : kind.news(merchant.speaking(endpoint.payoutDialect()), event, witness.at());
            told.computeIfAbsent(news, _ -> new ArrayList<>())
                    .add(Recipient.at(endpoint, merchant.id(), news.dialect(), place));
        }
        return told.entrySet().stream()
                .map(one -> new Owed(entry(about, one.getKey(), one.getKey().equals(usual), witness), one.getValue()))
                .toList();
    }

    /** What a person said stands in the journal each time, also about a message that stands there. */
    private static List<JournalEntry> unmarked(Witness witness) {
        return witness.heard().stream()
                .filter(entry -> entry.fingerprint().isEmpty())
                .toList();
    }

    /** The fingerprint is the result's identity: the journal's unique key lets it be owed once only, in one form. */
    private static JournalEntry entry(ObjectRef about, News news, boolean usual, Witness witness) {
        List<String> identity = List.of("owed", about.id(), news.result());
        Stream<String> form = usual ? Stream.empty() : Stream.of(news.dialect().name());
        return JournalEntry.noted(Kind.OWED, witness.at(), "the merchant is owed the news of " + news.result())
                .with(news.body())
                .with(Fingerprint.of(Stream.concat(identity.stream(), form).toList()));
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
