package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Serving;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Inquiry;
import io.quittance.domain.account.Account;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Passes operations of one sort on to upstream. The protocol has no query for them: where it is not known whether one
 * arrived, and asking twice is not safe, only upstream's message can tell.
 */
public final class SubmitOperation implements Inquiry<Operation, Said> {
    /** How long upstream may take to tell the result before a person is asked to look. */
    public static final Duration OVERDUE_AFTER = Duration.ofHours(24);

    private final Sort sort;
    private final LockedOperations operations;
    private final Moves<Operation, OperationEnded> moves;
    private final Serving<OperationAcquirer> acquirers;

    public SubmitOperation(
            Sort sort,
            LockedOperations operations,
            Moves<Operation, OperationEnded> moves,
            Serving<OperationAcquirer> acquirers) {
        this.sort = sort;
        this.operations = operations;
        this.moves = moves;
        this.acquirers = acquirers;
    }

    @Override
    public ObjectRef.Kind kind() {
        return ObjectRef.kind(sort);
    }

    @Override
    public Optional<Operation> lock(ObjectRef about) {
        return operations.lock(about.operationId());
    }

    @Override
    public boolean ended(Operation operation) {
        return operation.ended();
    }

    @Override
    public Answer<Said> ask(Holder holder, Operation operation, Errand errand) {
        return acquirers
                .by(holder.account().acquirer())
                .map(acquirer -> acquirer.submit(holder, operation))
                .orElseGet(() -> Answer.nobodyThere(holder.account()));
    }

    @Override
    public boolean repeatable(Account account, Errand errand) {
        return acquirers
                .by(account.acquirer())
                .filter(OperationAcquirer::knowsItsIds)
                .isPresent();
    }

    @Override
    public String line(Answer<Said> answer) {
        return answer instanceof Answer.Taken<Said>(var _, var said) ? line(answer, said) : answer.asLine();
    }

    private static String line(Answer<Said> answer, Said said) {
        return switch (said) {
            case Said.Has(var _, var odd) -> answer.asLine() + JournalEntry.oddities(odd);
            case Said.HadAlready _ -> "upstream has one under that request id already";
        };
    }

    /** Whatever our own marks say, one that upstream had already may be this one: then its message will tell. */
    @Override
    public Sequel taken(Operation operation, Said said, Errand errand, Witness witness) {
        boolean announced = switch (said) {
            case Said.Has(var report, var _) -> settled(operation, report, witness);
            case Said.HadAlready _ -> false;
        };
        return Sequel.of(doubtful(errand, witness.at()), announced);
    }

    /**
     * An earlier call may have been taken, and one that upstream has numbered was, unless it has ended: then this refuses a repeat and says
     * nothing of the operation.
     */
    @Override
    public Sequel refused(Operation operation, Failure why, Errand errand, Witness witness) {
        if (errand.unsure() || operation.upstreamNo().isPresent() && !operation.ended()) {
            return Sequel.of(doubtful(errand, witness.at()), false);
        }
        return Sequel.done(settled(operation, new Report.Declined(Terms.UNSAID, witness.at(), why), witness));
    }

    private boolean settled(Operation operation, Report report, Witness witness) {
        return moves.keep(operation, operation.apply(report), witness) == Settled.RECORDED;
    }

    @Override
    public Errand doubtful(Errand errand, Instant now) {
        return errand.watching(now.plus(OVERDUE_AFTER));
    }

    @Override
    public Duration overdueAfter() {
        return OVERDUE_AFTER;
    }

    @Override
    public void markOverdue(Operation operation, Instant now) {
        operations.markOverdue(operation.id(), now);
    }
}
