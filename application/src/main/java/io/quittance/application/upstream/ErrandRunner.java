package io.quittance.application.upstream;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Holders;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.shard.Lease;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.application.upstream.Inquiry.Sequel;
import io.quittance.domain.account.Account;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs errands, whatever they are about: marks the errand as being sent, in a commit of its own; asks, outside any
 * transaction; keeps what came of it. A mark found later means that a call was cut off and its outcome is unknown, unless
 * this process itself left it and knows better.
 */
public final class ErrandRunner implements RunErrand {
    /** The waits before asking again when nothing was processed, or when asking twice is safe; the last repeats. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    /** How soon a call is made for which we had no connection left. */
    private static final Duration CROWDED = Duration.ofSeconds(1);

    private final Map<ObjectRef.Kind, Inquiry<?, ?>> inquiries;
    private final MarkOverdue overdue;
    private final Office office;
    private final Books books;
    private final Holders holders;
    private final Fence fence;
    private final HeldAccounts held;
    private final OwnCalls own = new OwnCalls();

    public ErrandRunner(
            Collection<? extends Inquiry<?, ?>> inquiries,
            MarkOverdue overdue,
            Office office,
            Holders holders,
            Fence fence,
            HeldAccounts held) {
        this.inquiries = inquiries.stream().collect(Collectors.toUnmodifiableMap(Inquiry::kind, Function.identity()));
        this.overdue = overdue;
        this.office = office;
        this.books = office.books();
        this.holders = holders;
        this.fence = fence;
        this.held = held;
    }

    @Override
    public Set<ObjectRef.Kind> kinds() {
        return inquiries.keySet();
    }

    @Override
    public Handled run(Lease lease, Errand errand) {
        Inquiry<?, ?> inquiry = inquiries.get(errand.about().kind());
        if (inquiry == null) {
            throw new IllegalStateException("nobody runs errands about " + errand.about());
        }
        return run(inquiry, lease, errand);
    }

    private <O, S> Handled run(Inquiry<O, S> inquiry, Lease lease, Errand found) {
        Optional<Supplier<Optional<Instant>>> unkept = own.unkept(lease, found);
        if (unkept.isPresent()) {
            return Handled.silently(unkept.get().get());
        }
        Errand errand = own.wasNotMade(lease, found) ? found.notMade() : found;
        Holder holder = holders.of(errand.merchant(), errand.account());
        Begun<O> begun = begin(inquiry, lease, holder, errand);
        if (begun.toAsk().isEmpty()) {
            return Handled.silently(begun.again());
        }
        Answer<S> answer = inquiry.ask(holder, begun.toAsk().get(), begun.errand());
        held.heard(holder, answer);
        Optional<Instant> again =
                kept(lease, begun.errand(), () -> finish(inquiry, lease, holder, begun.errand(), answer));
        return new Handled(again, news(answer));
    }

    /** What an answer shows of the account: one that says something we cannot make out of shows that it is there. */
    private LaneNews news(Answer<?> answer) {
        return switch (answer) {
            case Answer.Taken<?> _, Answer.Refused<?> _ -> LaneNews.FINE;
            case Answer.NotProcessed<?>(var _, var why, var tried) ->
                tried ? new LaneNews.Ill(why) : new LaneNews.Busy(office.now().plus(CROWDED));
            case Answer.Misconfigured<?>(var _, var why) ->
                new LaneNews.NotBefore(office.now().plus(HeldAccounts.SPAN), why);
            case Answer.Unknown<?>(var exchange, var _) when exchange.response().isPresent() -> LaneNews.NONE;
            case Answer.Unknown<?>(var _, var why) -> new LaneNews.Ill(why);
        };
    }

    /** Keeps what came of a call; if the database is away, the next look tries again. */
    private Optional<Instant> kept(Lease lease, Errand begun, Supplier<Optional<Instant>> finish) {
        try {
            Optional<Instant> again = finish.get();
            own.forget(begun);
            return again;
        } catch (StoreUnavailable e) {
            own.answered(lease, begun, () -> kept(lease, begun, finish));
            throw e;
        } catch (RuntimeException e) {
            own.forget(begun);
            throw e;
        }
    }

    /** Whether a call was begun whose outcome nobody will know, and that must not be made twice. */
    private static boolean cutOff(Inquiry<?, ?> inquiry, Holder holder, Errand errand) {
        return errand.sending() && !inquiry.repeatable(holder.account(), errand);
    }

    private Optional<Instant> kept(Errand next, Optional<Instant> again) {
        return books.errands().replace(next) ? again : Optional.empty();
    }

    /**
     * What an errand has come to before any call.
     *
     * @param toAsk the order to ask about now; empty if there is nothing to ask
     * @param again when it is due again, if nothing is asked now
     */
    private record Begun<O>(Optional<O> toAsk, Errand errand, Optional<Instant> again) {}

    private <O, S> Begun<O> begin(Inquiry<O, S> inquiry, Lease lease, Holder holder, Errand errand) {
        Instant now = office.now();
        Begun<O> nothing = new Begun<>(Optional.empty(), errand, Optional.empty());
        own.beginning(lease, errand.begun());
        AtomicBoolean late = new AtomicBoolean();
        Begun<O> decided = fence.inOne(lease, nothing, () -> {
            O order = lock(inquiry, errand.about());
            if (inquiry.orders().ended(order)) {
                books.errands().drop(errand.about());
                return nothing;
            }
            if (errand.step() == Errand.Step.WATCH) {
                books.errands().drop(errand.about());
                late.set(overdue.mark(inquiry.orders(), order, errand.about()));
                return nothing;
            }
            if (cutOff(inquiry, holder, errand)) {
                return new Begun<>(Optional.empty(), errand, doubt(inquiry, holder.account(), errand, now));
            }
            Errand begun = errand.again(now, errand.sending()).begun();
            return books.errands().replace(begun) ? new Begun<>(Optional.of(order), begun, Optional.empty()) : nothing;
        });
        own.forget(errand);
        if (late.get()) {
            overdue.note(errand.about());
        }
        return decided;
    }

    private Optional<Instant> doubt(Inquiry<?, ?> inquiry, Account account, Errand errand, Instant now) {
        books.journal()
                .append(
                        errand.about(),
                        List.of(JournalEntry.noted(Kind.ANSWERED, now, "unknown: the call was cut off")));
        return next(inquiry.doubtful(account, errand.again(now, true), now));
    }

    /** Far watches need no second look. */
    private Optional<Instant> next(Errand next) {
        return kept(next, next.step() == Errand.Step.WATCH ? Optional.empty() : Optional.of(next.dueAt()));
    }

    private <O, S> Optional<Instant> finish(
            Inquiry<O, S> inquiry, Lease lease, Holder holder, Errand begun, Answer<S> answer) {
        Instant now = office.now();
        record Finished(boolean announced, Optional<Instant> again) {}
        Finished finished = fence.inOne(lease, new Finished(false, Optional.empty()), () -> {
            O order = lock(inquiry, begun.about());
            if (tried(answer)) {
                books.journal().append(begun.about(), exchange(inquiry.line(answer), answer.exchange(), begun, now));
            }
            Witness witness = new Witness(holder, List.of(), message(begun, answer), now);
            Sequel sequel = sequel(inquiry, order, begun, answer, holder.account(), witness);
            if (sequel.next().isEmpty()) {
                books.errands().drop(begun.about());
            }
            return new Finished(sequel.announced(), sequel.next().flatMap(this::next));
        });
        if (finished.announced()) {
            office.ringForDeliveries(begun.about(), holder.merchant());
        }
        return finished.again();
    }

    private <O, S> Sequel sequel(
            Inquiry<O, S> inquiry, O order, Errand begun, Answer<S> answer, Account account, Witness witness) {
        Instant now = witness.at();
        return switch (answer) {
            case Answer.Taken<S>(var _, var said) -> inquiry.taken(order, said, begun, witness);
            case Answer.Refused<S>(var _, var why) -> inquiry.refused(order, why, begun, witness);
            case Answer.NotProcessed<S> nothing ->
                Sequel.of(nothing.tried() ? later(begun, now, false) : begun.untried(now.plus(CROWDED)), false);
            case Answer.Misconfigured<S> _ -> Sequel.of(begun.again(now.plus(HeldAccounts.SPAN), false), false);
            case Answer.Unknown<S> _
            when inquiry.repeatable(account, begun) -> Sequel.of(later(begun, now, true), false);
            case Answer.Unknown<S> _ -> Sequel.of(inquiry.doubtful(account, begun.again(now, true), now), false);
        };
    }

    private static boolean tried(Answer<?> answer) {
        return !(answer instanceof Answer.NotProcessed<?> nothing) || nothing.tried();
    }

    private static Errand later(Errand begun, Instant now, boolean doubtful) {
        return begun.again(now.plus(WAITS.get(Math.min(begun.attempt(), WAITS.size()) - 1)), doubtful);
    }

    private static <O> O lock(Inquiry<O, ?> inquiry, ObjectRef about) {
        return inquiry.orders()
                .lock(about)
                .orElseThrow(() -> new IllegalStateException("an errand about " + about + ", which does not exist"));
    }

    private static List<JournalEntry> exchange(String line, Exchange exchange, Errand begun, Instant now) {
        List<JournalEntry> entries = new ArrayList<>();
        exchange.request()
                .ifPresent(request ->
                        entries.add(JournalEntry.noted(Kind.ASKED, now, "asked upstream, attempt " + begun.attempt())
                                .with(request)));
        JournalEntry answered = JournalEntry.noted(Kind.ANSWERED, now, line).timed(exchange.status(), exchange.took());
        entries.add(exchange.response().map(answered::with).orElse(answered));
        return entries;
    }

    /** What is kept as a discrepancy if the answer contradicts what notifications have told meanwhile. */
    private static Message message(Errand begun, Answer<?> answer) {
        Bytes said = answer.exchange().response().orElse(Bytes.utf8(""));
        return new Message(
                said, "answer", Fingerprint.of(List.of("answer", begun.about().id(), said.asUtf8())));
    }
}
