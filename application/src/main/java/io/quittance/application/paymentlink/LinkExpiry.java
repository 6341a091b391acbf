package io.quittance.application.paymentlink;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends links early. Nothing is marked before the call: asked again, upstream's refusal to end what has ended is told from
 * any other by looking at the link there.
 */
public final class LinkExpiry implements ExpirePaymentLink {
    private final PaymentLinks links;
    private final LinkJournal journal;
    private final Moves<PaymentLink, PaymentLinkEvent> moves;
    private final Transactions transactions;
    private final LinkAcquirer acquirer;
    private final InstantSource clock;

    public LinkExpiry(
            PaymentLinks links,
            Books books,
            Moves<PaymentLink, PaymentLinkEvent> moves,
            Transactions transactions,
            LinkAcquirer acquirer,
            InstantSource clock) {
        this.links = links;
        this.journal = new LinkJournal(books);
        this.moves = moves;
        this.transactions = transactions;
        this.acquirer = acquirer;
        this.clock = clock;
    }

    /** What a request comes to before any call. */
    private sealed interface Begun {
        record Answered(Outcome outcome) implements Begun {}

        record ToAsk(PaymentLink link) implements Begun {}
    }

    @Override
    public Outcome expire(Merchant caller, Command command) {
        Instant now = clock.instant();
        Begun begun = transactions.inOne(() -> links.lock(caller.id(), command.request())
                .map(link -> begin(link, command, now))
                .orElseGet(() -> new Begun.Answered(new Outcome.Unknown())));
        return switch (begun) {
            case Begun.Answered(var outcome) -> outcome;
            case Begun.ToAsk(var link) -> ask(caller, link, now);
        };
    }

    private Begun begin(PaymentLink link, Command command, Instant now) {
        journal.requested(link, "the merchant asks to end it", command.message(), now);
        return switch (link.opening()) {
            case Opening.Unheard _ -> new Begun.Answered(new Outcome.Unknown());
            case Opening.Asking _, Opening.Doubtful _ -> new Begun.Answered(new Outcome.Undecided());
            case Opening.Opened _ when link.isPaid() -> new Begun.Answered(new Outcome.Paid(link));
            case Opening.Opened _ when link.expiredAt(now) -> new Begun.Answered(new Outcome.Expired(link));
            case Opening.Opened _ -> new Begun.ToAsk(link);
        };
    }

    private Outcome ask(Merchant caller, PaymentLink link, Instant calledAt) {
        List<Answer<Said>> answers = new ArrayList<>();
        answers.add(acquirer.expire(caller, link));
        if (answers.getFirst() instanceof Answer.Refused<Said>
                && acquirer.find(caller, link) instanceof Answer.Taken<Said> found
                && found.said().expired()) {
            answers.add(found);
        }
        LinkJournal.warnOfKeys(link, answers.getLast());
        Instant now = clock.instant();
        return transactions.inOne(() -> {
            PaymentLink locked = links.lock(link.id())
                    .orElseThrow(() -> new IllegalStateException("there is no " + ObjectRef.of(link.id())));
            journal.asked(locked, List.copyOf(answers), now);
            return follow(caller, locked, answers.getLast(), calledAt, now);
        });
    }

    private Outcome follow(Merchant caller, PaymentLink link, Answer<Said> answer, Instant calledAt, Instant now) {
        return switch (answer) {
            case Answer.Taken<Said> _ -> ended(caller, link, answer, calledAt, now);
            case Answer.Refused<Said>(var _, var why) -> new Outcome.Refused(why);
            case Answer.Misconfigured<Said> _ -> new Outcome.Unaccepted();
            case Answer.NotProcessed<Said> _, Answer.Unknown<Said> _ -> new Outcome.Undecided();
        };
    }

    private Outcome ended(Merchant caller, PaymentLink link, Answer<Said> answer, Instant calledAt, Instant now) {
        Transition<PaymentLink, PaymentLinkEvent> transition =
                link.apply(new Report.Ended(PaymentLink.Terms.UNSAID, calledAt));
        moves.keep(link, transition, new Witness(caller, List.of(), LinkJournal.message(link, answer), now));
        PaymentLink next = transition.after();
        return next.isPaid() ? new Outcome.Paid(next) : new Outcome.Expired(next);
    }
}
