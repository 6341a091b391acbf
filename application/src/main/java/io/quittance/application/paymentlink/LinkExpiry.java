package io.quittance.application.paymentlink;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends links early. Nothing is marked before the call: asked again, upstream's refusal to end what has ended is told from
 * any other by looking at the link there.
 */
public final class LinkExpiry implements ExpirePaymentLink {
    private final PaymentLinks links;
    private final Moves<PaymentLink, PaymentLinkEvent> moves;
    private final LinkDesk desk;
    private final Office office;
    private final LinkJournal journal;

    public LinkExpiry(PaymentLinks links, Moves<PaymentLink, PaymentLinkEvent> moves, LinkDesk desk, Office office) {
        this.links = links;
        this.moves = moves;
        this.desk = desk;
        this.office = office;
        this.journal = new LinkJournal(office.books());
    }

    /** What a request comes to before any call. */
    private sealed interface Begun {
        record Answered(Outcome outcome) implements Begun {}

        record ToAsk(PaymentLink link) implements Begun {}
    }

    @Override
    public Outcome expire(Merchant caller, Command command) {
        Instant now = office.now();
        Begun begun = office.inOne(() -> {
            office.books().spend(command.message(), USE, now);
            return links.lock(caller.id(), command.request())
                    .map(link -> begin(link, command, now))
                    .orElseGet(() -> new Begun.Answered(new Outcome.Unknown()));
        });
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
        answers.add(desk.expire(caller, link));
        if (answers.getFirst() instanceof Answer.Refused<Said>(var exchange, var why)) {
            if (exchange.took().compareTo(Patience.QUICK) > 0) {
                // It may refuse what it did before. Asked again, there may be time to look.
                answers.set(0, new Answer.Unknown<>(exchange, why.code() + ", and no time is left to look"));
            } else if (desk.find(caller, link) instanceof Answer.Taken<Said> found
                    && found.said() instanceof Said.Has has
                    && has.expired()) {
                answers.add(found);
            }
        }
        Instant now = office.now();
        desk.heard(caller, link, answers.getLast());
        return office.inOne(() -> {
            PaymentLink locked = links.lock(link.id())
                    .orElseThrow(() -> new IllegalStateException("there is no " + ObjectRef.of(link.id())));
            journal.asked(locked, List.copyOf(answers), now);
            return follow(caller, locked, answers.getLast(), calledAt, now);
        });
    }

    private Outcome follow(Merchant caller, PaymentLink link, Answer<Said> answer, Instant calledAt, Instant now) {
        return switch (answer) {
            case Answer.Taken<Said>(var _, Said.Has has) -> {
                if (link.anotherThan(has.number())) {
                    journal.another(link, answer, now);
                }
                yield ended(caller, link, answer, calledAt, now);
            }
            case Answer.Refused<Said>(var _, var why) -> new Outcome.Refused(why);
            case Answer.Misconfigured<Said> _ -> new Outcome.Unaccepted();
            case Answer.NotProcessed<Said> _, Answer.Unknown<Said> _, Answer.Taken<Said> _ -> new Outcome.Undecided();
        };
    }

    private Outcome ended(Merchant caller, PaymentLink link, Answer<Said> answer, Instant calledAt, Instant now) {
        Transition<PaymentLink, PaymentLinkEvent> transition =
                link.apply(new Report.Ended(PaymentLink.Terms.UNSAID, calledAt));
        moves.keep(
                link,
                transition,
                new Witness(desk.holder(caller, link), List.of(), LinkJournal.message(link, answer), now));
        PaymentLink next = transition.after();
        return next.isPaid() ? new Outcome.Paid(next) : new Outcome.Expired(next);
    }
}
