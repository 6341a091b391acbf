package io.quittance.application.capture;

import io.quittance.application.capture.CaptureAcquirer.Said;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Inquiry;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.Report;
import io.quittance.domain.capture.CaptureEvent;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Passes captures on to upstream. The protocol has no query for them: where it is not known whether one arrived, and
 * asking twice is not safe, only upstream's message can tell.
 */
public final class SubmitCapture implements Inquiry<Capture, Said> {
    /** How long upstream may take to tell the result before a person is asked to look. */
    public static final Duration OVERDUE_AFTER = Duration.ofHours(24);

    private final Captures captures;
    private final LockedCaptures locked;
    private final Moves<Capture, CaptureEvent> moves;
    private final CaptureAcquirer acquirer;

    public SubmitCapture(
            Captures captures, LockedCaptures locked, Moves<Capture, CaptureEvent> moves, CaptureAcquirer acquirer) {
        this.captures = captures;
        this.locked = locked;
        this.moves = moves;
        this.acquirer = acquirer;
    }

    @Override
    public ObjectRef.Kind kind() {
        return ObjectRef.Kind.CAPTURE;
    }

    @Override
    public Optional<Capture> lock(ObjectRef about) {
        return locked.lock(about.captureId());
    }

    @Override
    public boolean ended(Capture capture) {
        return capture.ended();
    }

    @Override
    public Answer<Said> ask(Merchant merchant, Capture capture, Errand errand) {
        return acquirer.capture(merchant, capture);
    }

    @Override
    public boolean repeatable(Errand errand) {
        return acquirer.knowsItsIds();
    }

    @Override
    public Sequel taken(Capture capture, Said said, Errand errand, Witness witness) {
        Errand watch = doubtful(errand, witness.at());
        Capture numbered = said.number().map(capture::numbered).orElse(capture);
        if (said.report().isPresent()) {
            return Sequel.of(watch, settled(capture, numbered, said.report().get(), witness));
        }
        if (!numbered.equals(capture)) {
            captures.replace(numbered);
        }
        return Sequel.of(watch, false);
    }

    /** An earlier call may have been taken: then this refuses a repeat and says nothing of the capture. */
    @Override
    public Sequel refused(Capture capture, Failure why, Errand errand, Witness witness) {
        if (errand.unsure()) {
            return Sequel.of(doubtful(errand, witness.at()), false);
        }
        var declined = new Report.Declined(Capture.Terms.UNSAID, witness.at(), why);
        return Sequel.done(settled(capture, capture, declined, witness));
    }

    private boolean settled(Capture stored, Capture current, Report report, Witness witness) {
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
    public void markOverdue(Capture capture, Instant now) {
        captures.markOverdue(capture.id(), now);
    }
}
