package io.quittance.application.capture;

import io.quittance.application.capture.CaptureMoves.Witness;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Shard;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes captures in from merchants, and reports about them from upstream. */
public final class CaptureService implements RequestCapture, SettleCapture {
    private final Captures captures;
    private final Journal journal;
    private final Errands errands;
    private final Discrepancies discrepancies;
    private final CaptureMoves moves;
    private final Transactions transactions;
    private final CaptureIds ids;
    private final InstantSource clock;
    private final Bells bells;

    /** The bells of the two queues that captures feed. */
    public record Bells(Bell errands, Bell deliveries) {}

    public CaptureService(
            Captures captures,
            Journal journal,
            Errands errands,
            Discrepancies discrepancies,
            CaptureMoves moves,
            Transactions transactions,
            CaptureIds ids,
            InstantSource clock,
            Bells bells) {
        this.captures = captures;
        this.journal = journal;
        this.errands = errands;
        this.discrepancies = discrepancies;
        this.moves = moves;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.bells = bells;
    }

    @Override
    public RequestCapture.Outcome request(Merchant caller, Command command) {
        Instant now = clock.instant();
        Capture asked = Capture.requested(
                ids.next(), caller.id(), command.request(), command.order(), command.amount(), command.last(), now);
        RequestCapture.Outcome outcome = transactions.inOne(() -> switch (captures.add(asked)) {
            case Captures.Added.New _ -> accepted(asked, command, now);
            case Captures.Added.Known(var earlier) -> repeated(earlier, command, now);
            case Captures.Added.NumberTaken _ ->
                throw new IllegalStateException("capture number " + asked.id() + " was given twice");
        });
        if (outcome instanceof RequestCapture.Outcome.Accepted) {
            bells.errands().ring(Shard.of(ObjectRef.of(asked.id())));
        }
        return outcome;
    }

    private RequestCapture.Outcome accepted(Capture asked, Command command, Instant now) {
        ObjectRef about = ObjectRef.of(asked.id());
        journal.append(
                about,
                List.of(JournalEntry.message(
                        Kind.REQUESTED, now, "the merchant asks to capture " + asked.amount(), command.message())));
        errands.add(Errand.submit(about, asked.merchant(), now));
        return new RequestCapture.Outcome.Accepted(asked);
    }

    private RequestCapture.Outcome repeated(Capture earlier, Command command, Instant now) {
        if (!earlier.sameRequest(command.order(), command.amount(), command.last())) {
            return new RequestCapture.Outcome.Conflicting(earlier);
        }
        ObjectRef about = ObjectRef.of(earlier.id());
        if (!journal.repeated(about, command.message().fingerprint())) {
            captures.lock(earlier.id());
            if (!journal.repeated(about, command.message().fingerprint())) {
                journal.append(
                        about,
                        List.of(JournalEntry.message(
                                Kind.REQUESTED, now, "the merchant asks for it as well", command.message())));
            }
        }
        return new RequestCapture.Outcome.Repeated(earlier);
    }

    @Override
    public SettleCapture.Outcome settle(List<Merchant> candidates, Told told) {
        Instant now = clock.instant();
        Optional<Merchant> owner = owner(candidates, told);
        if (owner.isEmpty()) {
            return transactions.inOne(
                    () -> unusable(candidates.getFirst(), told, "for which merchant cannot be told", now));
        }
        Merchant merchant = owner.get();
        record Settled(SettleCapture.Outcome outcome, Optional<CaptureId> capture) {}
        Settled settled = transactions.inOne(() -> {
            Optional<Capture> known = captures.lock(merchant.id(), told.request());
            return known.isPresent()
                    ? new Settled(apply(known.get(), merchant, told, now), known.map(Capture::id))
                    : new Settled(adopt(merchant, told, now), told.number().map(no -> new CaptureId(no.value())));
        });
        if (settled.outcome() == SettleCapture.Outcome.RECORDED) {
            settled.capture().map(ObjectRef::of).map(Shard::of).ifPresent(bells.deliveries()::ring);
        }
        return settled.outcome();
    }

    /** One app upstream may serve several merchants; then the one that knows the request is meant. */
    private Optional<Merchant> owner(List<Merchant> candidates, Told told) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        List<Merchant> knowing = candidates.stream()
                .filter(merchant -> captures.find(merchant.id(), told.request()).isPresent())
                .toList();
        return knowing.size() == 1 ? Optional.of(knowing.getFirst()) : Optional.empty();
    }

    private SettleCapture.Outcome apply(Capture known, Merchant merchant, Told told, Instant now) {
        Capture numbered = told.number().map(known::numbered).orElse(known);
        List<JournalEntry> heard = List.of(
                JournalEntry.message(Kind.RECEIVED, now, "upstream reports " + said(told.report()), told.message()));
        return moves.apply(known, numbered, told.report(), new Witness(merchant, heard, told.message(), now));
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the capture. */
    private SettleCapture.Outcome adopt(Merchant merchant, Told told, Instant now) {
        Optional<Capture> made = fromReport(merchant, told, now);
        if (made.isEmpty()) {
            return unusable(merchant, told, "an unknown capture, and the report leaves out what makes one", now);
        }
        Capture capture = made.get();
        return switch (captures.add(capture)) {
            case Captures.Added.New _ -> {
                errands.add(Errand.submit(ObjectRef.of(capture.id()), merchant.id(), now)
                        .watching(now.plus(SubmitCapture.OVERDUE_AFTER)));
                yield apply(capture, merchant, told, now);
            }
            case Captures.Added.Known(var earlier) ->
                apply(captures.lock(earlier.id()).orElse(earlier), merchant, told, now);
            case Captures.Added.NumberTaken _ ->
                unusable(merchant, told, "an unknown capture under the number of another", now);
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

    private SettleCapture.Outcome unusable(Merchant merchant, Told told, String why, Instant now) {
        discrepancies.open(new Discrepancy(merchant.id(), Optional.empty(), told.message(), why, now));
        return SettleCapture.Outcome.UNUSABLE;
    }

    private static String said(Capture.Report report) {
        return switch (report) {
            case Capture.Report.Processing _ -> "PENDING";
            case Capture.Report.Settled _ -> "SUCCESS";
            case Capture.Report.Declined(var _, var _, var why) -> "FAILED, " + why.code();
        };
    }
}
