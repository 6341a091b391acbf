package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Candidates;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Causality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes reports about captures and cancels in from upstream. */
public final class OperationSettlement implements SettleOperation {
    private final LockedOperations operations;
    private final Moves<Operation, OperationEnded> moves;
    private final OperationIds ids;
    private final Office office;

    public OperationSettlement(
            LockedOperations operations, Moves<Operation, OperationEnded> moves, OperationIds ids, Office office) {
        this.operations = operations;
        this.moves = moves;
        this.ids = ids;
        this.office = office;
    }

    /** What became of a report. @param about the operation, if there is one now */
    private record Taken(Settled outcome, Optional<ObjectRef> about) {}

    @Override
    public Settled settle(List<Holder> candidates, Told told) {
        Instant now = office.now();
        Optional<Holder> owner = Candidates.owner(
                candidates,
                one -> operations
                        .find(one.merchant().id(), told.key())
                        .map(Operation::account)
                        .filter(one.account().id()::equals)
                        .isPresent());
        Taken taken = office.inOne(() -> owner.isEmpty()
                ? unusable(Optional.empty(), told, "for which merchant cannot be told", now)
                : taken(owner.get(), told, now));
        if (taken.outcome() == Settled.RECORDED) {
            taken.about()
                    .ifPresent(
                            about -> office.ringForDeliveries(about, owner.get().merchant()));
        }
        return taken.outcome();
    }

    private Taken taken(Holder holder, Told told, Instant now) {
        return operations
                .lock(holder.merchant().id(), told.key(), told.report().terms().order())
                .map(known -> apply(known, holder, told, now))
                .orElseGet(() -> adopt(holder, told, now));
    }

    private Taken apply(Operation known, Holder holder, Told told, Instant now) {
        List<JournalEntry> heard = told.message()
                .heard(
                        now,
                        "upstream reports " + said(told.report())
                                + told.report()
                                        .terms()
                                        .number()
                                        .map(no -> ", its number " + no)
                                        .orElse(""));
        Settled settled =
                moves.keep(known, known.apply(told.report()), new Witness(holder, heard, told.message(), now));
        return new Taken(settled, Optional.of(ObjectRef.of(known.id())));
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the operation. */
    private Taken adopt(Holder holder, Told told, Instant now) {
        Optional<Operation> made = made(holder, told, now);
        if (made.isEmpty()) {
            return unusable(
                    Optional.of(holder),
                    told,
                    "an unknown " + told.sort() + ", and the report leaves out what makes one",
                    now);
        }
        Operation operation = made.get();
        return switch (operations.add(operation)) {
            case Added.New() -> {
                office.books()
                        .errands()
                        .add(Errand.submit(ObjectRef.of(operation.id()), operation.merchant(), operation.account(), now)
                                .watching(now.plus(SubmitOperation.OVERDUE_AFTER)));
                yield apply(operation, holder, told, now);
            }
            case Added.Known(var earlier) -> apply(operations.lock(earlier.id()).orElse(earlier), holder, told, now);
            case Added.NumberTaken() ->
                unusable(Optional.of(holder), told, "an unknown " + told.sort() + " under the number of another", now);
        };
    }

    /** Empty if the report says too little. */
    private Optional<Operation> made(Holder holder, Told told, Instant now) {
        Terms terms = told.report().terms();
        if (terms.order().isEmpty()) {
            return Optional.empty();
        }
        Asked asked = new Asked(
                holder.merchant().id(),
                holder.account().id(),
                told.request(),
                terms.order().get(),
                told.createdAt().orElseGet(() -> Causality.begun(now, ended(told.report()))));
        Operation.State pending = new Operation.State.Pending();
        return switch (told.sort()) {
            case CAPTURE ->
                terms.money()
                        .map(amount -> new Capture(
                                ids.nextCapture(), asked, amount, told.last().orElse(true), terms.number(), pending));
            case CANCEL -> Optional.of(new Cancel(ids.nextCancel(), asked, terms.number(), pending));
        };
    }

    private static Optional<Instant> ended(Report report) {
        return switch (report) {
            case Report.Processing _ -> Optional.empty();
            case Report.Settled(var _, var at) -> Optional.of(at);
            case Report.Declined(var _, var at, var _) -> Optional.of(at);
        };
    }

    private Taken unusable(Optional<Holder> holder, Told told, String why, Instant now) {
        office.books().disbelieve(holder, Optional.empty(), told.message(), why, now);
        return new Taken(Settled.UNUSABLE, Optional.empty());
    }

    private static String said(Report report) {
        return switch (report) {
            case Report.Processing _ -> "PENDING";
            case Report.Settled _ -> "SUCCESS";
            case Report.Declined(var _, var _, var why) -> "FAILED, " + why.code();
        };
    }
}
