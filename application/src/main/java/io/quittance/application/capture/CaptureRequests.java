package io.quittance.application.capture;

import io.quittance.application.capture.LockedCaptures.Begun;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Shard;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Takes captures in from merchants. */
public final class CaptureRequests implements RequestCapture {
    private final LockedCaptures captures;
    private final Books books;
    private final Transactions transactions;
    private final CaptureIds ids;
    private final InstantSource clock;
    private final Bell errands;

    public CaptureRequests(
            LockedCaptures captures,
            Books books,
            Transactions transactions,
            CaptureIds ids,
            InstantSource clock,
            Bell errands) {
        this.captures = captures;
        this.books = books;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.errands = errands;
    }

    @Override
    public Outcome request(Merchant caller, Command command) {
        Instant now = clock.instant();
        Capture asked = Capture.requested(
                ids.next(), caller.id(), command.request(), command.order(), command.amount(), command.last(), now);
        Outcome outcome = transactions.inOne(() -> switch (captures.begin(asked, now)) {
            case Begun.New _ -> accepted(asked, command, now);
            case Begun.Known(var earlier) -> repeated(earlier, command, now);
            case Begun.NotAllowed(var why) -> new Outcome.NotAllowed(why);
        });
        if (outcome instanceof Outcome.Accepted) {
            errands.ring(Shard.of(ObjectRef.of(asked.id())));
        }
        return outcome;
    }

    private Outcome accepted(Capture asked, Command command, Instant now) {
        ObjectRef about = ObjectRef.of(asked.id());
        books.journal()
                .append(
                        about,
                        List.of(JournalEntry.message(
                                Kind.REQUESTED,
                                now,
                                "the merchant asks to capture " + asked.amount(),
                                command.message())));
        books.errands().add(Errand.submit(about, asked.merchant(), now));
        return new Outcome.Accepted(asked);
    }

    private Outcome repeated(Capture earlier, Command command, Instant now) {
        if (!earlier.sameRequest(command.order(), command.amount(), command.last())) {
            return new Outcome.Conflicting(earlier);
        }
        ObjectRef about = ObjectRef.of(earlier.id());
        if (!books.journal().repeated(about, command.message().fingerprint())) {
            captures.lock(earlier.id());
            if (!books.journal().repeated(about, command.message().fingerprint())) {
                books.journal()
                        .append(
                                about,
                                List.of(JournalEntry.message(
                                        Kind.REQUESTED, now, "the merchant asks for it as well", command.message())));
            }
        }
        return new Outcome.Repeated(earlier);
    }
}
