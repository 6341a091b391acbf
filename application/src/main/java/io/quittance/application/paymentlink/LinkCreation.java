package io.quittance.application.paymentlink;

import io.quittance.application.account.Routing;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.application.upstream.Patience;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes links in from merchants and asks upstream for them. That a call is going on stands in the link's row before it
 * begins: found there after a crash, its outcome is unknown, and upstream is first asked whether it has the link.
 */
public final class LinkCreation implements CreatePaymentLink {
    /** Nothing that one request asks of upstream takes longer: a look, the call behind it, three seconds for a slow machine. */
    static final Duration CALL = Patience.QUICK.plus(Patience.CALL).plusSeconds(3);

    private static final String SLOWLY_NOT_THERE = "it has no link of that id, and no time is left to ask for one";

    private static final String TOO_LATE = "no time was left to ask, so nothing was sent";

    private final PaymentLinks links;
    private final LinkDesk desk;
    private final Routing routing;
    private final LinkIds ids;
    private final Office office;
    private final LinkJournal journal;

    public LinkCreation(PaymentLinks links, LinkDesk desk, Routing routing, LinkIds ids, Office office) {
        this.links = links;
        this.desk = desk;
        this.routing = routing;
        this.ids = ids;
        this.office = office;
        this.journal = new LinkJournal(office.books());
    }

    /** What a request comes to before any call. */
    private sealed interface Begun {
        record Answered(Outcome outcome) implements Begun {}

        record ToAsk(PaymentLink link, boolean unsure) implements Begun {}
    }

    @Override
    public Outcome create(Merchant caller, Command command) {
        return routing.pick(
                        caller,
                        command.routed(),
                        () -> links.find(caller.id(), command.request()).map(PaymentLink::account))
                .map(account -> create(caller, account, command))
                .orElseGet(Outcome.NotServed::new);
    }

    private Outcome create(Merchant caller, AccountId account, Command command) {
        Instant now = office.now();
        PaymentLink fresh = PaymentLink.asked(
                ids.next(),
                caller.id(),
                account,
                command.request(),
                command.offer(),
                now,
                command.validity(),
                now.plus(CALL));
        Begun begun = office.inOne(() -> begin(fresh, command, now));
        return switch (begun) {
            case Begun.Answered(var outcome) -> outcome;
            case Begun.ToAsk(var link, var unsure) -> ask(caller, link, unsure);
        };
    }

    private Begun begin(PaymentLink fresh, Command command, Instant now) {
        office.books().spend(command.message(), USE, now);
        return switch (links.add(fresh)) {
            case Added.New() -> {
                journal.requested(fresh, note(fresh), command.message(), now);
                journal.endsInTime(fresh);
                yield new Begun.ToAsk(fresh, false);
            }
            case Added.Known(var earlier) -> again(links.lock(earlier.id()).orElse(earlier), command, now);
            case Added.NumberTaken() -> throw new IllegalStateException("link id " + fresh.id() + " was given twice");
        };
    }

    private Begun again(PaymentLink earlier, Command command, Instant now) {
        boolean same = earlier.offer().same(command.offer());
        return switch (earlier.opening()) {
            case Opening.Unheard _ -> renewed(earlier, command, now);
            case Opening.Opened _, Opening.Asking _, Opening.Doubtful _
            when !same -> new Begun.Answered(new Outcome.Conflicting(earlier));
            case Opening.Opened _ -> {
                journal.requested(earlier, note(earlier), command.message(), now);
                yield new Begun.Answered(new Outcome.Repeated(earlier));
            }
            case Opening.Asking(var until, var _)
            when now.isBefore(until) -> new Begun.Answered(new Outcome.Undecided());
            case Opening.Asking _, Opening.Doubtful _ -> {
                PaymentLink next = earlier.askedAgain(now.plus(CALL));
                links.replace(next);
                journal.requested(next, note(next), command.message(), now);
                yield new Begun.ToAsk(next, true);
            }
        };
    }

    private Begun renewed(PaymentLink earlier, Command command, Instant now) {
        PaymentLink next = earlier.renewed(command.offer(), now, command.validity(), now.plus(CALL));
        links.replace(next);
        journal.requested(next, note(next), command.message(), now);
        journal.endsInTime(next);
        return new Begun.ToAsk(next, false);
    }

    private static String note(PaymentLink link) {
        return Wish.PAYMENT_LINK.line(link.offer().amount());
    }

    private Outcome ask(Merchant caller, PaymentLink link, boolean unsure) {
        if (!unsure) {
            return finish(caller, link, List.of(called(caller, link)), false);
        }
        Answer<Said> found = desk.find(caller, link);
        return switch (found) {
            case Answer.Taken<Said>(var exchange, Said.HasNot _)
            when exchange.took().compareTo(Patience.QUICK) > 0 ->
                finish(caller, link, List.of(new Answer.NotProcessed<>(exchange, SLOWLY_NOT_THERE)), false);
            case Answer.Taken<Said>(var _, Said.HasNot _) ->
                finish(caller, link, List.of(found, called(caller, link)), false);
            case Answer.Refused<Said>(var exchange, var why) ->
                finish(caller, link, List.of(new Answer.Unknown<>(exchange, why.code())), true);
            case Answer.Taken<Said> _,
                    Answer.NotProcessed<Said> _,
                    Answer.Misconfigured<Said> _,
                    Answer.Unknown<Said> _ -> finish(caller, link, List.of(found), true);
        };
    }

    /**
     * Asks for a link if the call will have ended before somebody else may take over: who stood still for so long would ask
     * behind another's look, which may have said by then that there is none.
     */
    private Answer<Said> called(Merchant caller, PaymentLink link) {
        boolean inTime = link.opening() instanceof Opening.Asking(var until, var _)
                && !office.now().isAfter(until.minus(Patience.CALL));
        return inTime
                ? desk.create(caller, link)
                : new Answer.NotProcessed<>(Exchange.nothingSent(Duration.ZERO), TOO_LATE);
    }

    /** @param unsure whether a call before these may have arrived */
    private Outcome finish(Merchant caller, PaymentLink asked, List<Answer<Said>> answers, boolean unsure) {
        Instant now = office.now();
        desk.heard(caller, asked, answers.getLast());
        return office.inOne(() -> {
            PaymentLink link = links.lock(asked.id())
                    .orElseThrow(() -> new IllegalStateException("there is no link " + asked.id()));
            journal.asked(link, List.copyOf(answers), now);
            return follow(link, asked, answers.getLast(), unsure, now);
        });
    }

    private Outcome follow(PaymentLink link, PaymentLink asked, Answer<Said> answer, boolean unsure, Instant now) {
        if (link.opening() instanceof Opening.Opened) {
            if (answer instanceof Answer.Taken<Said>(var _, Said.Has has) && link.anotherThan(has.number())) {
                journal.another(link, answer, now);
            }
            return new Outcome.Created(link);
        }
        if (answer instanceof Answer.Taken<Said>(var _, Said.Has has)
                && link.offer().same(asked.offer())) {
            return taken(link, has, answer, now);
        }
        if (!link.opening().equals(asked.opening())) {
            // Somebody else has taken over since, as our call seemed to be cut off.
            return new Outcome.Undecided();
        }
        return switch (answer) {
            case Answer.Refused<Said>(var _, var why) -> refused(link, why);
            case Answer.NotProcessed<Said> _ -> undecided(link, unsure, new Outcome.Undecided());
            case Answer.Misconfigured<Said> _ -> undecided(link, unsure, new Outcome.Unaccepted());
            // That it has one of this id may be ours: the next request looks.
            case Answer.Unknown<Said> _, Answer.Taken<Said> _ -> undecided(link, true, new Outcome.Undecided());
        };
    }

    private Outcome taken(PaymentLink link, Said.Has said, Answer<Said> answer, Instant now) {
        if (!link.fits(said.terms())) {
            forget(link);
            return new Outcome.AnotherUpstream();
        }
        PaymentLink next = link.opened(new Opening.Opened(said.number(), said.urls()), said.expiresAt(), now);
        if (!links.replace(next)) {
            // Upstream answered with what it calls another link of ours: which of them it means, a person must find
            // out.
            journal.anothers(link, answer, now);
            return undecided(link, true, new Outcome.Undecided());
        }
        boolean unwatched = link.opening() instanceof Opening.Unheard;
        if (next.state() instanceof State.Active
                && (unwatched || !next.expiresAt().equals(link.expiresAt()))) {
            journal.endsInTime(next);
        }
        return new Outcome.Created(next);
    }

    private Outcome refused(PaymentLink link, Failure why) {
        forget(link);
        return new Outcome.Refused(why);
    }

    private void forget(PaymentLink link) {
        links.replace(link.notOpened(new Opening.Unheard()));
        journal.endsNever(link);
    }

    private Outcome undecided(PaymentLink link, boolean unsure, Outcome outcome) {
        links.replace(link.notOpened(unsure ? new Opening.Doubtful() : new Opening.Unheard()));
        return outcome;
    }
}
