package io.quittance.application.capture;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Candidates;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Shard;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes reports about captures in from upstream. */
public final class CaptureSettlement implements SettleCapture {
    private final LockedCaptures captures;
    private final Books books;
    private final Moves<Capture, CaptureEvent> moves;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Bell deliveries;

    public CaptureSettlement(
            LockedCaptures captures,
            Books books,
            Moves<Capture, CaptureEvent> moves,
            Transactions transactions,
            InstantSource clock,
            Bell deliveries) {
        this.captures = captures;
        this.books = books;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    @Override
    public Settled settle(List<Merchant> candidates, Told told) {
        Instant now = clock.instant();
        Optional<Merchant> owner = Candidates.owner(
                candidates, one -> captures.find(one.id(), told.request()).isPresent());
        if (owner.isEmpty()) {
            return transactions.inOne(() -> unusable(Optional.empty(), told, "for which merchant cannot be told", now));
        }
        Merchant merchant = owner.get();
        record Taken(Settled outcome, Optional<CaptureId> capture) {}
        Taken taken = transactions.inOne(() -> {
            Optional<Capture> known = captures.lock(
                    merchant.id(), told.request(), told.report().terms().order());
            return known.isPresent()
                    ? new Taken(apply(known.get(), merchant, told, now), known.map(Capture::id))
                    : new Taken(adopt(merchant, told, now), told.number().map(no -> new CaptureId(no.value())));
        });
        if (taken.outcome() == Settled.RECORDED) {
            taken.capture().map(ObjectRef::of).map(Shard::of).ifPresent(deliveries::ring);
        }
        return taken.outcome();
    }

    private Settled apply(Capture known, Merchant merchant, Told told, Instant now) {
        Capture numbered = told.number().map(known::numbered).orElse(known);
        List<JournalEntry> heard = List.of(
                JournalEntry.message(Kind.RECEIVED, now, "upstream reports " + said(told.report()), told.message()));
        return moves.keep(known, numbered.apply(told.report()), new Witness(merchant, heard, told.message(), now));
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the capture. */
    private Settled adopt(Merchant merchant, Told told, Instant now) {
        Optional<Capture> made = fromReport(merchant, told, now);
        if (made.isEmpty()) {
            return unusable(
                    Optional.of(merchant.id()),
                    told,
                    "an unknown capture, and the report leaves out what makes one",
                    now);
        }
        Capture capture = made.get();
        return switch (captures.add(capture)) {
            case Captures.Added.New _ -> {
                books.errands()
                        .add(Errand.submit(ObjectRef.of(capture.id()), merchant.id(), now)
                                .watching(now.plus(SubmitCapture.OVERDUE_AFTER)));
                yield apply(capture, merchant, told, now);
            }
            case Captures.Added.Known(var earlier) ->
                apply(captures.lock(earlier.id()).orElse(earlier), merchant, told, now);
            case Captures.Added.NumberTaken _ ->
                unusable(Optional.of(merchant.id()), told, "an unknown capture under the number of another", now);
        };
    }

    private static Optional<Capture> fromReport(Merchant merchant, Told told, Instant now) {
        Capture.Terms terms = told.report().terms();
        if (told.number().isEmpty()
                || terms.order().isEmpty()
                || terms.currency().isEmpty()
                || terms.amount().filter(Money::fits).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Capture.requested(
                        new CaptureId(told.number().get().value()),
                        merchant.id(),
                        told.request(),
                        terms.order().get(),
                        new Money(terms.amount().get(), terms.currency().get()),
                        told.last().orElse(true),
                        told.createdAt().orElse(now))
                .numbered(told.number().get()));
    }

    private Settled unusable(Optional<MerchantId> merchant, Told told, String why, Instant now) {
        books.discrepancies().open(new Discrepancy(merchant, Optional.empty(), told.message(), why, now));
        return Settled.UNUSABLE;
    }

    private static String said(Capture.Report report) {
        return switch (report) {
            case Capture.Report.Processing _ -> "PENDING";
            case Capture.Report.Settled _ -> "SUCCESS";
            case Capture.Report.Declined(var _, var _, var why) -> "FAILED, " + why.code();
        };
    }
}
