package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.NotAdopted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Candidates;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening;
import io.quittance.domain.paymentlink.PaymentLink.Report;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes reports about links in from upstream. One message may tell of several transactions. */
public final class LinkSettlement implements SettlePaymentLink {
    private final PaymentLinks links;
    private final Moves<PaymentLink, PaymentLinkEvent> moves;
    private final LinkIds ids;
    private final Office office;

    public LinkSettlement(PaymentLinks links, Moves<PaymentLink, PaymentLinkEvent> moves, LinkIds ids, Office office) {
        this.links = links;
        this.moves = moves;
        this.ids = ids;
        this.office = office;
    }

    private record Taken(Settled outcome, Optional<LinkId> link) {}

    @Override
    public Settled settle(List<Holder> candidates, Told told) {
        Instant now = office.now();
        Optional<Holder> owner = Candidates.owner(
                candidates,
                one -> links.find(one.merchant().id(), told.request())
                        .filter(link -> link.account().equals(one.account().id()))
                        .isPresent());
        if (owner.isEmpty()) {
            return office.inOne(() -> unusable(Optional.empty(), told, "for which merchant cannot be told", now)
                    .outcome());
        }
        Holder holder = owner.get();
        Taken taken = office.inOne(() -> links.lock(holder.merchant().id(), told.request())
                .map(known -> apply(known, holder, told, now))
                .orElseGet(() -> adopt(holder, told, now)));
        if (taken.outcome() == Settled.RECORDED) {
            taken.link().map(ObjectRef::of).ifPresent(about -> office.ringForDeliveries(about, holder.merchant()));
        }
        return taken.outcome();
    }

    /** Report by report; the message is told of in the journal once, before what first follows from it. */
    private Taken apply(PaymentLink known, Holder holder, Told told, Instant now) {
        List<JournalEntry> heard = told.message()
                .heard(
                        now,
                        "upstream reports " + said(told)
                                + told.number().map(no -> ", its id " + no).orElse(""));
        if (known.anotherThan(told.number())) {
            var another = new Transition.Refused<PaymentLink, PaymentLinkEvent>(known, LinkJournal.ANOTHER);
            Settled outcome = moves.keep(known, another, new Witness(holder, heard, told.message(), now));
            return new Taken(outcome, Optional.of(known.id()));
        }
        PaymentLink stored = known;
        PaymentLink current = LinkReports.learned(known, told, now);
        List<Settled> outcomes = new ArrayList<>();
        List<NotAdopted> refused = new ArrayList<>();
        for (Report report : LinkReports.of(told, now)) {
            Transition<PaymentLink, PaymentLinkEvent> transition = current.apply(report);
            Settled outcome;
            try {
                outcome = moves.keep(stored, transition, new Witness(holder, heard, told.message(), now));
            } catch (NotAdopted e) {
                refused.add(e);
                continue;
            }
            outcomes.add(outcome);
            if (outcome == Settled.RECORDED || outcome == Settled.KNOWN_ALREADY) {
                heard = List.of();
                current = transition.after();
                stored = current;
            }
        }
        if (!refused.isEmpty()) {
            keepRest(current, refused.getFirst(), outcomes, holder, told, now);
        }
        if (known.urls().isEmpty()
                && current.urls().isPresent()
                && current.state() instanceof PaymentLink.State.Active) {
            new LinkJournal(office.books()).endsInTime(current);
        }
        return new Taken(worst(outcomes), Optional.of(known.id()));
    }

    /** Of a message that a person adopts, what moves the link counts; what contradicts it is a discrepancy of its own. */
    private void keepRest(
            PaymentLink link, NotAdopted refused, List<Settled> outcomes, Holder holder, Told told, Instant now) {
        if (!outcomes.contains(Settled.RECORDED)) {
            throw refused;
        }
        var contradiction = new Transition.Refused<PaymentLink, PaymentLinkEvent>(link, refused.getMessage());
        moves.keep(
                link,
                contradiction,
                new Witness(holder, List.of(), told.message().rest(), now));
    }

    /** What must be known of the whole: that something moved, else that something contradicts. */
    private static Settled worst(List<Settled> outcomes) {
        if (outcomes.contains(Settled.RECORDED)) {
            return Settled.RECORDED;
        }
        return outcomes.contains(Settled.CONTRADICTED) ? Settled.CONTRADICTED : Settled.KNOWN_ALREADY;
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the link. */
    private Taken adopt(Holder holder, Told told, Instant now) {
        Optional<PaymentLink> made = fromReport(holder, told, now);
        if (made.isEmpty()) {
            return unusable(
                    Optional.of(holder), told, "an unknown link, and the report leaves out what makes one", now);
        }
        PaymentLink link = made.get();
        return switch (links.add(link)) {
            case Added.New() -> {
                new LinkJournal(office.books()).endsInTime(link);
                yield apply(link, holder, told, now);
            }
            case Added.Known(var earlier) -> apply(links.lock(earlier.id()).orElse(earlier), holder, told, now);
            case Added.NumberTaken() ->
                unusable(Optional.of(holder), told, "an unknown link under the id of another", now);
        };
    }

    private Optional<PaymentLink> fromReport(Holder holder, Told told, Instant now) {
        if (told.offer().isEmpty() || told.expiresAt().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PaymentLink(
                ids.next(),
                holder.merchant().id(),
                holder.account().id(),
                told.request(),
                told.offer().get(),
                Causality.begun(now, firstCompletion(told)),
                told.expiresAt().get(),
                new Opening.Opened(told.number(), told.urls()),
                new PaymentLink.State.Active(),
                List.of()));
    }

    private static Optional<Instant> firstCompletion(Told told) {
        return told.transactions().stream()
                .flatMap(one -> one.completedAt().stream())
                .min(Comparator.naturalOrder());
    }

    private Taken unusable(Optional<Holder> holder, Told told, String why, Instant now) {
        office.books().disbelieve(holder, Optional.empty(), told.message(), why, now);
        return new Taken(Settled.UNUSABLE, Optional.empty());
    }

    private static String said(Told told) {
        String transactions = told.transactions().stream()
                .map(one -> one.no() + " " + one.status())
                .collect(Collectors.joining(", "));
        return (told.expired() ? "EXPIRED" : "ACTIVE") + (transactions.isEmpty() ? "" : ", " + transactions);
    }
}
