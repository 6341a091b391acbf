package io.quittance.application.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.account.Serving;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.payout.PayoutAcquirer.Asked;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.application.upstream.Inquiry;
import io.quittance.application.upstream.Search;
import io.quittance.domain.account.Account;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passes payouts on to upstream and follows them to their end, so that a notification that got lost does no harm.
 *
 * <p>Where nobody knows whether one arrived, PayerMax's rule counts (page "paymentOrderQry"): ask; only if upstream says
 * twice, five minutes apart, that it has no such order, the same number may be sent again. A refusal of a repeat never
 * fails a payout, and what upstream has taken or numbered is never sent again. See ADR 0013.
 */
public final class SubmitPayout implements Inquiry<Payout, Said> {
    /** When a payout that upstream took is asked about for the first time: by then its notification has mostly come. */
    public static final Duration FIRST_QUERY = Duration.ofMinutes(10);

    /** PayerMax's reviews take up to three working days; around a weekend those are five. */
    public static final Duration OVERDUE_AFTER = Duration.ofDays(5);

    /** The waits before asking again about what has no end yet; the last repeats. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6));

    private final FollowedOrders<Payout> payouts;
    private final Moves<Payout, PayoutEvent> moves;
    private final Serving<PayoutAcquirer> acquirers;
    private final Instructions instructions;
    private final Journal journal;

    public SubmitPayout(
            FollowedOrders<Payout> payouts,
            Moves<Payout, PayoutEvent> moves,
            Serving<PayoutAcquirer> acquirers,
            Instructions instructions,
            Journal journal) {
        this.payouts = payouts;
        this.moves = moves;
        this.acquirers = acquirers;
        this.instructions = instructions;
        this.journal = journal;
    }

    @Override
    public FollowedOrders<Payout> orders() {
        return payouts;
    }

    @Override
    public Answer<Said> ask(Holder holder, Payout payout, Errand errand) {
        return acquirers
                .by(holder.account().acquirer())
                .map(acquirer -> pays(payout, errand)
                        ? acquirer.pay(holder, payout, asked(payout))
                        : acquirer.query(holder, payout))
                .orElseGet(() -> Answer.nobodyThere(holder.account()));
    }

    /** A payout that upstream has taken is there, however we learned that. */
    private static boolean pays(Payout payout, Errand errand) {
        return errand.step() == Step.SUBMIT && !payout.taken();
    }

    private Asked asked(Payout payout) {
        Bytes words = words(payout);
        return new Asked(instructions.read(payout, words), words);
    }

    /** The first entry of its journal: what makes a payout also keeps what was asked. */
    private Bytes words(Payout payout) {
        return journal.story(ObjectRef.of(payout.id())).stream()
                .filter(row -> row.entry().kind() == Kind.REQUESTED)
                .findFirst()
                .flatMap(Journal.Row::body)
                .orElseThrow(() -> new IllegalStateException("nobody asked for the payout " + payout.id()));
    }

    @Override
    public boolean repeatable(Account account, Errand errand) {
        return errand.step() != Step.SUBMIT
                || acquirers
                        .by(account.acquirer())
                        .filter(PayoutAcquirer::knowsItsIds)
                        .isPresent();
    }

    @Override
    public String line(Answer<Said> answer) {
        return answer instanceof Answer.Taken<Said>(var _, var said) ? line(said) : answer.asLine();
    }

    private static String line(Said said) {
        return switch (said) {
            case Said.Has(var _, var report, var odd) ->
                "upstream has it"
                        + report.map(news -> ": " + PayoutSettlement.said(news)).orElse("")
                        + JournalEntry.oddities(odd);
            case Said.HadAlready _ -> "upstream has one under that number already";
            case Said.HasNot _ -> "upstream knows no such order";
        };
    }

    @Override
    public Sequel taken(Payout payout, Said said, Errand errand, Witness witness) {
        return switch (said) {
            case Said.Has has -> has(payout, has, errand, witness);
            case Said.HadAlready _ ->
                Sequel.of(errand.asking(Step.QUERY, witness.at().plus(Search.FIRST)), false);
            case Said.HasNot _ -> Sequel.of(hasNot(payout, errand, witness.at()), false);
        };
    }

    private Sequel has(Payout payout, Said.Has has, Errand errand, Witness witness) {
        Errand next = errand.step() == Step.QUERY
                ? errand.again(witness.at().plus(wait(errand)), false)
                : errand.asking(Step.QUERY, witness.at().plus(FIRST_QUERY));
        Report report =
                has.report().orElseGet(() -> new Report.Processing(Statement.NOTHING, Optional.empty(), witness.at()));
        Transition<Payout, PayoutEvent> transition = payout.apply(has.number(), report);
        return Sequel.of(next, moves.keep(payout, transition, witness) == Settled.RECORDED);
    }

    private Errand hasNot(Payout payout, Errand errand, Instant now) {
        if (payout.taken()) {
            return errand.asking(Step.QUERY, now.plus(FIRST_QUERY));
        }
        return Search.notFound(errand, now).orElseGet(() -> errand.again(now.plus(wait(errand)), false));
    }

    /** Only the refusal of a first call says that the payout never was and never will be. */
    @Override
    public Sequel refused(Payout payout, Failure why, Errand errand, Witness witness) {
        Instant now = witness.at();
        if (!pays(payout, errand)) {
            return Sequel.of(errand.again(now.plus(wait(errand)), false), false);
        }
        if (errand.unsure()) {
            return Sequel.of(errand.asking(Step.SEEK, now.plus(FIRST_QUERY)), false);
        }
        var turnedAway = new Report.TurnedAway(now, why);
        return Sequel.done(moves.keep(payout, payout.apply(turnedAway), witness) == Settled.RECORDED);
    }

    @Override
    public Errand doubtful(Account account, Errand errand, Instant now) {
        return Search.begun(errand, now);
    }

    private static Duration wait(Errand errand) {
        return WAITS.get(Math.clamp(errand.attempt() - 1L, 0, WAITS.size() - 1));
    }
}
