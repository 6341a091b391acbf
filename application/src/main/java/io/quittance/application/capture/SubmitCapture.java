package io.quittance.application.capture;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.capture.CaptureMoves.Witness;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errands;
import io.quittance.application.errand.HeldMerchants;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Shards;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Acquirer;
import io.quittance.application.upstream.Acquirer.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Passes captures on to upstream: marks the errand as being sent, in a commit of its own; asks, outside any
 * transaction; keeps what came of it. A mark found later means that a call was cut off and its outcome is unknown.
 */
public final class SubmitCapture implements RunErrand {
    /** How long upstream may take to tell the result before a person is asked to look. */
    public static final Duration OVERDUE_AFTER = Duration.ofHours(24);

    /** The waits before asking again when nothing was processed, or when upstream knows its ids; the last repeats. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private static final System.Logger LOG = System.getLogger(SubmitCapture.class.getName());

    private final Captures captures;
    private final Journal journal;
    private final Errands errands;
    private final Merchants merchants;
    private final CaptureMoves moves;
    private final Shards shards;
    private final Transactions transactions;
    private final Acquirer acquirer;
    private final HeldMerchants held;
    private final InstantSource clock;
    private final Bell deliveries;

    public SubmitCapture(
            Captures captures,
            Journal journal,
            Errands errands,
            Merchants merchants,
            CaptureMoves moves,
            Shards shards,
            Transactions transactions,
            Acquirer acquirer,
            HeldMerchants held,
            InstantSource clock,
            Bell deliveries) {
        this.captures = captures;
        this.journal = journal;
        this.errands = errands;
        this.merchants = merchants;
        this.moves = moves;
        this.shards = shards;
        this.transactions = transactions;
        this.acquirer = acquirer;
        this.held = held;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    /** What is to be sent now. */
    private record Begun(Capture capture, Errand errand) {}

    @Override
    public Optional<Instant> run(Lease lease, Errand errand) {
        Merchant merchant = merchants
                .byId(errand.merchant())
                .orElseThrow(() -> new IllegalStateException(
                        "merchant " + errand.merchant() + " of " + errand.about() + " is not registered"));
        if (errand.step() == Errand.Step.SUBMIT && !cutOff(errand)) {
            Optional<Instant> heldUntil = held.until(merchant.id(), clock.instant());
            if (heldUntil.isPresent()) {
                return postpone(lease, errand, heldUntil.get());
            }
        }
        Optional<Begun> begun = begin(lease, errand);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Capture capture = begun.get().capture();
        Answer answer = acquirer.capture(merchant, capture);
        holdOrRelease(merchant, answer);
        return finish(lease, merchant, begun.get().errand(), answer);
    }

    /** Only an answer about the order itself shows that upstream accepts our keys again. */
    private void holdOrRelease(Merchant merchant, Answer answer) {
        switch (answer) {
            case Answer.Misconfigured misconfigured -> {
                held.hold(merchant.id(), clock.instant());
                LOG.log(
                        ERROR,
                        "upstream refuses our configuration for merchant {0}: {1}; its errands are held",
                        merchant.app(),
                        misconfigured.why());
            }
            case Answer.Taken _, Answer.Refused _ -> held.release(merchant.id());
            case Answer.NotProcessed _, Answer.Unknown _ -> {}
        }
    }

    /** Whether a call was begun whose outcome nobody will know, to an upstream that must not be asked twice. */
    private boolean cutOff(Errand errand) {
        return errand.sending() && !acquirer.knowsItsIds();
    }

    private Optional<Instant> postpone(Lease lease, Errand errand, Instant until) {
        return transactions.inOne(() -> shards.confirm(lease) && errands.replace(errand.again(until, errand.sending()))
                ? Optional.of(until)
                : Optional.empty());
    }

    private Optional<Begun> begin(Lease lease, Errand errand) {
        Instant now = clock.instant();
        return transactions.inOne(() -> {
            if (!shards.confirm(lease)) {
                return Optional.empty();
            }
            Capture capture = lock(errand.about());
            if (capture.ended()) {
                errands.drop(errand.about());
                return Optional.empty();
            }
            if (errand.step() == Errand.Step.WATCH) {
                overdue(capture, now);
                return Optional.empty();
            }
            if (cutOff(errand)) {
                watchCutOff(errand, now);
                return Optional.empty();
            }
            Errand begun = errand.again(now, errand.sending()).begun();
            return errands.replace(begun) ? Optional.of(new Begun(capture, begun)) : Optional.empty();
        });
    }

    private void overdue(Capture capture, Instant now) {
        ObjectRef about = ObjectRef.of(capture.id());
        LOG.log(WARNING, "{0} is overdue: upstream took it, or may have, and has not told how it ended", about);
        journal.append(about, List.of(JournalEntry.noted(Kind.OVERDUE, now, "no result in " + OVERDUE_AFTER)));
        captures.markOverdue(capture.id(), now);
        errands.drop(about);
    }

    private void watchCutOff(Errand errand, Instant now) {
        journal.append(
                errand.about(),
                List.of(JournalEntry.noted(
                        Kind.ANSWERED, now, "unknown: the call was cut off; waiting for upstream's message")));
        errands.replace(errand.again(now, true).watching(now.plus(OVERDUE_AFTER)));
    }

    private Optional<Instant> finish(Lease lease, Merchant merchant, Errand begun, Answer answer) {
        Instant now = clock.instant();
        record Finished(boolean announced, Optional<Instant> again) {}
        Finished finished = transactions.inOne(() -> {
            if (!shards.confirm(lease)) {
                return new Finished(false, Optional.empty());
            }
            Capture capture = lock(begun.about());
            journal.append(begun.about(), exchange(answer, begun, now));
            Witness witness = new Witness(merchant, List.of(), message(begun, answer), now);
            return switch (answer) {
                case Answer.Taken taken -> {
                    boolean moved = taken(capture, taken, witness, begun, now);
                    yield new Finished(moved, Optional.empty());
                }
                case Answer.Refused(var _, var why)
                when !begun.unsure() -> {
                    var report = new Capture.Report.Declined(Capture.Terms.UNSAID, now, why);
                    boolean moved = moves.apply(capture, capture, report, witness) == SettleCapture.Outcome.RECORDED;
                    errands.drop(begun.about());
                    yield new Finished(moved, Optional.empty());
                }
                case Answer.Refused _ -> {
                    // The earlier call may have been taken, so this refuses a repeat and says nothing of the capture.
                    errands.replace(begun.watching(now.plus(OVERDUE_AFTER)));
                    yield new Finished(false, Optional.empty());
                }
                case Answer.NotProcessed _ -> new Finished(false, later(begun, now, false));
                case Answer.Misconfigured _ -> {
                    Instant until = now.plus(HeldMerchants.SPAN);
                    errands.replace(begun.again(until, false));
                    yield new Finished(false, Optional.of(until));
                }
                case Answer.Unknown _ when acquirer.knowsItsIds() -> new Finished(false, later(begun, now, true));
                case Answer.Unknown _ -> {
                    errands.replace(begun.again(now, true).watching(now.plus(OVERDUE_AFTER)));
                    yield new Finished(false, Optional.empty());
                }
            };
        });
        if (finished.announced()) {
            deliveries.ring(lease.shard());
        }
        return finished.again();
    }

    private boolean taken(Capture capture, Answer.Taken taken, Witness witness, Errand begun, Instant now) {
        Capture numbered = taken.number().map(capture::numbered).orElse(capture);
        errands.replace(begun.watching(now.plus(OVERDUE_AFTER)));
        if (taken.report().isPresent()) {
            return moves.apply(capture, numbered, taken.report().get(), witness) == SettleCapture.Outcome.RECORDED;
        }
        if (!numbered.equals(capture)) {
            captures.replace(numbered);
        }
        return false;
    }

    private Optional<Instant> later(Errand begun, Instant now, boolean doubtful) {
        Instant at = now.plus(WAITS.get(Math.min(begun.attempt(), WAITS.size()) - 1));
        return errands.replace(begun.again(at, doubtful)) ? Optional.of(at) : Optional.empty();
    }

    private Capture lock(ObjectRef about) {
        return captures.lock(about.captureId())
                .orElseThrow(() -> new IllegalStateException("an errand about " + about + ", which does not exist"));
    }

    private static List<JournalEntry> exchange(Answer answer, Errand begun, Instant now) {
        Acquirer.Exchange exchange = answer.exchange();
        List<JournalEntry> entries = new ArrayList<>();
        exchange.request()
                .ifPresent(request ->
                        entries.add(JournalEntry.noted(Kind.ASKED, now, "asked upstream, attempt " + begun.attempt())
                                .with(request)));
        JournalEntry answered =
                JournalEntry.noted(Kind.ANSWERED, now, say(answer)).timed(exchange.status(), exchange.took());
        entries.add(exchange.response().map(answered::with).orElse(answered));
        return entries;
    }

    private static String say(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> "upstream took it";
            case Answer.Refused(var _, var why) -> "upstream refused it: " + why.code() + ", " + why.message();
            case Answer.NotProcessed(var _, var why) -> "not processed: " + why;
            case Answer.Misconfigured(var _, var why) -> "our configuration was refused: " + why;
            case Answer.Unknown(var _, var why) -> "unknown: " + why;
        };
    }

    /** What is kept as a discrepancy if the answer contradicts what notifications have told meanwhile. */
    private static Message message(Errand begun, Answer answer) {
        Bytes said = answer.exchange().response().orElse(Bytes.utf8(""));
        return new Message(
                said, "answer", Fingerprint.of(List.of("answer", begun.about().id(), said.asUtf8())));
    }
}
