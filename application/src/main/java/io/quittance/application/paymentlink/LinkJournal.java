package io.quittance.application.paymentlink;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written about a link besides its own row. Always inside a unit of work that has locked the link. */
final class LinkJournal {
    /** Why a second number of upstream's is a discrepancy. */
    static final String ANOTHER = "another number upstream";

    private final Books books;

    LinkJournal(Books books) {
        this.books = books;
    }

    /** The merchant asks; a repeat is counted beside the first. */
    void requested(PaymentLink link, String note, Message message, Instant now) {
        ObjectRef about = ObjectRef.of(link.id());
        if (!books.journal().repeated(about, message.fingerprint())) {
            books.journal().append(about, List.of(JournalEntry.message(Kind.REQUESTED, now, note, message)));
        }
    }

    /** Upstream was asked, once or more. */
    void asked(PaymentLink link, List<Answer<Said>> answers, Instant now) {
        List<JournalEntry> entries = new ArrayList<>();
        for (Answer<Said> answer : answers) {
            Exchange exchange = answer.exchange();
            exchange.request()
                    .ifPresent(request -> entries.add(JournalEntry.noted(Kind.ASKED, now, "asked upstream")
                            .with(request)));
            JournalEntry answered =
                    JournalEntry.noted(Kind.ANSWERED, now, line(answer)).timed(exchange.status(), exchange.took());
            entries.add(exchange.response().map(answered::with).orElse(answered));
        }
        books.journal().append(ObjectRef.of(link.id()), entries);
    }

    private static String line(Answer<Said> answer) {
        return switch (answer) {
            case Answer.Taken<Said>(var _, Said.Has has) -> answer.asLine() + JournalEntry.oddities(has.odd());
            case Answer.Taken<Said>(var _, Said.HadAlready _) -> "upstream has a link of that id already";
            case Answer.Taken<Said>(var _, Said.HasNot _) -> "upstream has no link of that id";
            case Answer.Refused<Said> _,
                    Answer.NotProcessed<Said> _,
                    Answer.Misconfigured<Said> _,
                    Answer.Unknown<Said> _ -> answer.asLine();
        };
    }

    /** What is kept as a discrepancy if an answer contradicts what we hold. */
    static Message message(PaymentLink link, Answer<?> answer) {
        Bytes said = answer.exchange().response().orElse(Bytes.utf8(""));
        return new Message(
                said, "answer", Fingerprint.of(List.of("answer", link.id().value(), said.asUtf8())));
    }

    /** Upstream answers under another number than the one that it told first: for a person, and the first stands. */
    void another(PaymentLink link, Answer<?> answer, Instant now) {
        contradicted(link, answer, ANOTHER, now);
    }

    /** Upstream answers with what it calls another link of ours: for a person, and nothing is learned. */
    void anothers(PaymentLink link, Answer<?> answer, Instant now) {
        contradicted(link, answer, "under the number that upstream has for another link", now);
    }

    private void contradicted(PaymentLink link, Answer<?> answer, String why, Instant now) {
        books.discrepancies()
                .open(new Discrepancy(
                        link.merchant(), Optional.of(ObjectRef.of(link.id())), message(link, answer), why, now));
    }

    /** Its end is to be recorded in time; whatever was to be done before is not. */
    void endsInTime(PaymentLink link) {
        ObjectRef about = ObjectRef.of(link.id());
        books.errands().drop(about);
        books.errands().add(Errand.expire(about, link.merchant(), link.account(), link.expiresAt()));
    }

    /** There is no end to be recorded. */
    void endsNever(PaymentLink link) {
        books.errands().drop(ObjectRef.of(link.id()));
    }
}
