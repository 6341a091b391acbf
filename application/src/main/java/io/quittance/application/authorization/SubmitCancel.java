package io.quittance.application.authorization;

import io.quittance.application.authorization.CancelAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Inquiry;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Cancel.Report;
import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Passes cancels on to upstream. The protocol has no query for them: where it is not known whether one arrived, and
 * asking twice is not safe, only upstream's message can tell.
 */
public final class SubmitCancel implements Inquiry<Cancel, Said> {
    /** How long upstream may take to tell the result before a person is asked to look. */
    public static final Duration OVERDUE_AFTER = Duration.ofHours(24);

    private final Cancels cancels;
    private final LockedCancels locked;
    private final Moves<Cancel, CancelEvent> moves;
    private final CancelAcquirer acquirer;

    public SubmitCancel(
            Cancels cancels, LockedCancels locked, Moves<Cancel, CancelEvent> moves, CancelAcquirer acquirer) {
        this.cancels = cancels;
        this.locked = locked;
        this.moves = moves;
        this.acquirer = acquirer;
    }

    @Override
    public ObjectRef.Kind kind() {
        return ObjectRef.Kind.CANCEL;
    }

    @Override
    public Optional<Cancel> lock(ObjectRef about) {
        return locked.lock(about.cancelId());
    }

    @Override
    public boolean ended(Cancel cancel) {
        return cancel.ended();
    }

    @Override
    public Answer<Said> ask(Merchant merchant, Cancel cancel, Errand errand) {
        return acquirer.cancel(merchant, cancel);
    }

    @Override
    public boolean repeatable(Errand errand) {
        return acquirer.knowsItsIds();
    }

    @Override
    public Sequel taken(Cancel cancel, Said said, Errand errand, Witness witness) {
        Errand watch = doubtful(errand, witness.at());
        Cancel numbered = said.number().map(cancel::numbered).orElse(cancel);
        if (said.report().isPresent()) {
            return Sequel.of(watch, settled(cancel, numbered, said.report().get(), witness));
        }
        if (!numbered.equals(cancel)) {
            cancels.replace(numbered);
        }
        return Sequel.of(watch, false);
    }

    /** An earlier call may have been taken: then this refuses a repeat and says nothing of the cancel. */
    @Override
    public Sequel refused(Cancel cancel, Failure why, Errand errand, Witness witness) {
        if (errand.unsure()) {
            return Sequel.of(doubtful(errand, witness.at()), false);
        }
        var declined = new Report.Declined(Optional.empty(), witness.at(), why);
        return Sequel.done(settled(cancel, cancel, declined, witness));
    }

    private boolean settled(Cancel stored, Cancel current, Report report, Witness witness) {
        return moves.keep(stored, current.apply(report), witness) == Settled.RECORDED;
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
    public void markOverdue(Cancel cancel, Instant now) {
        cancels.markOverdue(cancel.id(), now);
    }
}
