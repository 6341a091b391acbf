package io.quittance.application.authorization;

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
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes reports about cancels in from upstream. */
public final class CancelSettlement implements SettleCancel {
    private final LockedCancels cancels;
    private final Books books;
    private final Moves<Cancel, CancelEvent> moves;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Bell deliveries;

    public CancelSettlement(
            LockedCancels cancels,
            Books books,
            Moves<Cancel, CancelEvent> moves,
            Transactions transactions,
            InstantSource clock,
            Bell deliveries) {
        this.cancels = cancels;
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
                candidates, one -> cancels.find(one.id(), told.request()).isPresent());
        if (owner.isEmpty()) {
            return transactions.inOne(() -> unusable(Optional.empty(), told, "for which merchant cannot be told", now));
        }
        Merchant merchant = owner.get();
        record Taken(Settled outcome, Optional<CancelId> cancel) {}
        Taken taken = transactions.inOne(() -> {
            Optional<Cancel> known =
                    cancels.lock(merchant.id(), told.request(), told.report().order());
            return known.isPresent()
                    ? new Taken(apply(known.get(), merchant, told, now), known.map(Cancel::id))
                    : new Taken(adopt(merchant, told, now), told.number().map(no -> new CancelId(no.value())));
        });
        if (taken.outcome() == Settled.RECORDED) {
            taken.cancel().map(ObjectRef::of).map(Shard::of).ifPresent(deliveries::ring);
        }
        return taken.outcome();
    }

    private Settled apply(Cancel known, Merchant merchant, Told told, Instant now) {
        Cancel numbered = told.number().map(known::numbered).orElse(known);
        List<JournalEntry> heard = List.of(
                JournalEntry.message(Kind.RECEIVED, now, "upstream reports " + said(told.report()), told.message()));
        return moves.keep(known, numbered.apply(told.report()), new Witness(merchant, heard, told.message(), now));
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the cancel. */
    private Settled adopt(Merchant merchant, Told told, Instant now) {
        Optional<Cancel> made = fromReport(merchant, told, now);
        if (made.isEmpty()) {
            return unusable(
                    Optional.of(merchant.id()),
                    told,
                    "an unknown cancel, and the report leaves out what makes one",
                    now);
        }
        Cancel cancel = made.get();
        return switch (cancels.add(cancel)) {
            case Cancels.Added.New _ -> {
                books.errands()
                        .add(Errand.submit(ObjectRef.of(cancel.id()), merchant.id(), now)
                                .watching(now.plus(SubmitCancel.OVERDUE_AFTER)));
                yield apply(cancel, merchant, told, now);
            }
            case Cancels.Added.Known(var earlier) ->
                apply(cancels.lock(earlier.id()).orElse(earlier), merchant, told, now);
            case Cancels.Added.NumberTaken _ ->
                unusable(Optional.of(merchant.id()), told, "an unknown cancel under the number of another", now);
        };
    }

    private static Optional<Cancel> fromReport(Merchant merchant, Told told, Instant now) {
        if (told.number().isEmpty() || told.report().order().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Cancel.requested(
                        new CancelId(told.number().get().value()),
                        merchant.id(),
                        told.request(),
                        told.report().order().get(),
                        told.createdAt().orElse(now))
                .numbered(told.number().get()));
    }

    private Settled unusable(Optional<MerchantId> merchant, Told told, String why, Instant now) {
        books.discrepancies().open(new Discrepancy(merchant, Optional.empty(), told.message(), why, now));
        return Settled.UNUSABLE;
    }

    private static String said(Cancel.Report report) {
        return switch (report) {
            case Cancel.Report.Processing _ -> "PENDING";
            case Cancel.Report.Settled _ -> "SUCCESS";
            case Cancel.Report.Declined(var _, var _, var why) -> "FAILED, " + why.code();
        };
    }
}
