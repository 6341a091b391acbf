package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Serving;
import io.quittance.application.capture.OperationAcquirer.Question;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.application.upstream.Inquiry;
import io.quittance.application.upstream.Search;
import io.quittance.domain.account.Account;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passes operations of one sort on to upstream. PayerMax has no query for them: where it is not known whether one
 * arrived, and sending it twice is not safe, only its message can tell. An acquirer that can be asked is asked: where the
 * outcome is unknown, by the rule of {@link Search}, and until the operation has ended.
 */
public final class SubmitOperation implements Inquiry<Operation, Said> {
    /** How long upstream may take to tell the result before a person is asked to look. */
    public static final Duration OVERDUE_AFTER = Duration.ofHours(24);

    /** The waits before asking where an operation stands; the last repeats. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    private final FollowedOrders<Operation> operations;
    private final Moves<Operation, OperationEnded> moves;
    private final Serving<OperationAcquirer> acquirers;

    public SubmitOperation(
            FollowedOrders<Operation> operations,
            Moves<Operation, OperationEnded> moves,
            Serving<OperationAcquirer> acquirers) {
        this.operations = operations;
        this.moves = moves;
        this.acquirers = acquirers;
    }

    @Override
    public FollowedOrders<Operation> orders() {
        return operations;
    }

    @Override
    public Answer<Said> ask(Holder holder, Operation operation, Errand errand) {
        Account account = holder.account();
        return errand.step() == Step.SUBMIT
                ? acquirers
                        .by(account.acquirer())
                        .map(acquirer -> acquirer.submit(holder, operation))
                        .orElseGet(() -> Answer.nobodyThere(account))
                : question(account)
                        .map(question -> question.ask(holder, operation))
                        .orElseGet(() -> Answer.nobodyThere(account));
    }

    private Optional<Question> question(Account account) {
        return acquirers.by(account.acquirer()).flatMap(OperationAcquirer::question);
    }

    @Override
    public boolean repeatable(Account account, Errand errand) {
        return errand.step() != Step.SUBMIT
                || acquirers
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
            case Said.HasNot _ -> "upstream has none under that request id";
        };
    }

    /** Whatever our own marks say, one that upstream had already may be this one: that its message tells, or a question. */
    @Override
    public Sequel taken(Operation operation, Said said, Errand errand, Witness witness) {
        Account account = witness.holder().account();
        return switch (said) {
            case Said.Has(var report, var _) -> {
                Settled settled = moves.keep(operation, operation.apply(report), witness);
                yield Sequel.of(followed(account, errand, witness.at()), settled == Settled.RECORDED);
            }
            case Said.HadAlready _ -> Sequel.of(followed(account, errand, witness.at()), false);
            case Said.HasNot _ -> Sequel.of(hasNot(account, operation, errand, witness.at()), false);
        };
    }

    /** Upstream has it: what is left to do until it has ended. */
    private Errand followed(Account account, Errand errand, Instant now) {
        if (question(account).isEmpty()) {
            return errand.watching(now.plus(OVERDUE_AFTER));
        }
        return errand.step() == Step.QUERY
                ? errand.again(now.plus(wait(errand)), false)
                : errand.asking(Step.QUERY, now.plus(WAITS.getFirst()));
    }

    /** What upstream has numbered is there, whatever it says now: it is never passed on again. */
    private Errand hasNot(Account account, Operation operation, Errand errand, Instant now) {
        return operation.upstreamNo().isPresent()
                ? followed(account, errand, now)
                : Search.notFound(errand, now).orElseGet(() -> followed(account, errand, now));
    }

    private static Duration wait(Errand errand) {
        return WAITS.get(Math.clamp(errand.attempt(), 0, WAITS.size() - 1));
    }

    /**
     * An earlier call may have been taken, and one that upstream has numbered was, unless it has ended: then this refuses a
     * repeat and says nothing of the operation. The refusal of a question says nothing of it either.
     */
    @Override
    public Sequel refused(Operation operation, Failure why, Errand errand, Witness witness) {
        Account account = witness.holder().account();
        if (errand.step() != Step.SUBMIT) {
            return Sequel.of(followed(account, errand, witness.at()), false);
        }
        if (errand.unsure() || operation.upstreamNo().isPresent() && !operation.ended()) {
            return Sequel.of(doubtful(account, errand, witness.at()), false);
        }
        Report declined = new Report.Declined(Terms.UNSAID, witness.at(), why);
        return Sequel.done(moves.keep(operation, operation.apply(declined), witness) == Settled.RECORDED);
    }

    @Override
    public Errand doubtful(Account account, Errand errand, Instant now) {
        return question(account).isPresent() ? Search.begun(errand, now) : errand.watching(now.plus(OVERDUE_AFTER));
    }
}
