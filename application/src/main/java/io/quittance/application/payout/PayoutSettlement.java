package io.quittance.application.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Candidates;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Sum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes reports about payouts in from upstream. */
public final class PayoutSettlement implements SettlePayout {
    private final Payouts payouts;
    private final Moves<Payout, PayoutEvent> moves;
    private final PayoutIds ids;
    private final Office office;

    public PayoutSettlement(Payouts payouts, Moves<Payout, PayoutEvent> moves, PayoutIds ids, Office office) {
        this.payouts = payouts;
        this.moves = moves;
        this.ids = ids;
        this.office = office;
    }

    /** What became of a report. @param payout the one that it is about, if there is one now */
    private record Taken(Settled outcome, Optional<PayoutId> payout) {}

    @Override
    public Settled settle(List<Holder> candidates, Told told) {
        Instant now = office.now();
        Optional<Holder> owner = owner(candidates, told);
        if (owner.isEmpty()) {
            return office.inOne(() -> unusable(Optional.empty(), told, "for which merchant cannot be told", now))
                    .outcome();
        }
        Holder holder = owner.get();
        Taken taken = office.inOne(() -> {
            Optional<Payout> known = payouts.lock(holder.merchant().id(), told.order());
            return known.isPresent() ? taken(known.get(), holder, told, now) : adopt(holder, told, now);
        });
        if (taken.outcome() == Settled.RECORDED) {
            taken.payout().map(ObjectRef::of).ifPresent(about -> office.ringForDeliveries(about, holder.merchant()));
        }
        return taken.outcome();
    }

    /** The only one, else the only one that knows the order, else the one whose order has upstream's number; or a new one's. */
    private Optional<Holder> owner(List<Holder> candidates, Told told) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        List<Holder> knowing = candidates.stream()
                .filter(one -> current(one, told).isPresent())
                .toList();
        if (knowing.isEmpty()) {
            return Candidates.owner(candidates, _ -> false);
        }
        List<Holder> numbered = knowing.size() == 1
                ? knowing
                : knowing.stream().filter(one -> numbered(one, told)).toList();
        return numbered.size() == 1 ? Optional.of(numbered.getFirst()) : Candidates.owner(knowing, _ -> true);
    }

    /** What that merchant has under the number that is told, through that account. */
    private Optional<Payout> current(Holder one, Told told) {
        return payouts.find(one.merchant().id(), told.order())
                .filter(payout -> payout.account().equals(one.account().id()));
    }

    private boolean numbered(Holder one, Told told) {
        return told.number().isPresent()
                && current(one, told)
                        .filter(payout -> payout.upstreamNo().equals(told.number()))
                        .isPresent();
    }

    private Taken taken(Payout known, Holder holder, Told told, Instant now) {
        List<JournalEntry> heard = told.message()
                .heard(
                        now,
                        "upstream reports " + said(told.report())
                                + told.number().map(no -> ", its number " + no).orElse(""));
        Settled outcome = moves.keep(
                known, known.apply(told.number(), told.report()), new Witness(holder, heard, told.message(), now));
        return new Taken(outcome, Optional.of(known.id()));
    }

    /** Made in the provider's portal, or before Quittance was installed: the report itself makes the payout. */
    private Taken adopt(Holder holder, Told told, Instant now) {
        Optional<Holder> owner = Optional.of(holder);
        Optional<Payout> made = fromReport(holder, told, now);
        if (made.isEmpty()) {
            return unusable(owner, told, "an unknown payout, and the report leaves out what makes one", now);
        }
        Payout payout = made.get();
        return switch (payouts.add(payout)) {
            case Added.New() -> {
                office.books()
                        .errands()
                        .add(Errand.submit(ObjectRef.of(payout.id()), payout.merchant(), payout.account(), now)
                                .asking(Errand.Step.QUERY, now.plus(SubmitPayout.FIRST_QUERY)));
                yield taken(payout, holder, told, now);
            }
            case Added.Known(var earlier) -> taken(payouts.lock(earlier.id()).orElse(earlier), holder, told, now);
            case Added.NumberTaken() -> unusable(owner, told, "an unknown payout under the number of another", now);
        };
    }

    private Optional<Payout> fromReport(Holder holder, Told told, Instant now) {
        Optional<Money> trade = told.report().said().legs().trade().amount().flatMap(PayoutSettlement::money);
        if (trade.isEmpty()) {
            return Optional.empty();
        }
        Payout made = Payout.requested(
                ids.next(),
                holder.merchant().id(),
                holder.account().id(),
                told.order(),
                trade.get(),
                told.report().said().particulars(),
                Optional.empty(),
                told.createdAt().orElseGet(() -> Causality.begun(now, ended(told.report()))));
        return Optional.of(told.number().map(made::numbered).orElse(made));
    }

    private static Optional<Instant> ended(Report report) {
        return switch (report) {
            case Report.Settled(var _, var at) -> Optional.of(at);
            case Report.Declined(var _, var at, var _) -> Optional.of(at);
            case Report.Returned(var _, var paid, var at, var _) -> paid.or(() -> Optional.of(at));
            case Report.Processing _, Report.TurnedAway _ -> Optional.empty();
        };
    }

    private static Optional<Money> money(Sum told) {
        return told.currency().map(currency -> new Money(told.amount(), currency));
    }

    private Taken unusable(Optional<Holder> holder, Told told, String why, Instant now) {
        office.books().disbelieve(holder, Optional.empty(), told.message(), why, now);
        return new Taken(Settled.UNUSABLE, Optional.empty());
    }

    /** The report as one line for a person. */
    static String said(Report report) {
        return switch (report) {
            case Report.Processing(var _, var sub, var _) ->
                "PENDING" + sub.map(name -> ", " + name).orElse("");
            case Report.Settled _ -> "SUCCESS";
            case Report.Declined(var _, var _, var why) -> "FAILED, " + why.code();
            case Report.Returned _ -> "BOUNCEBACK";
            case Report.TurnedAway(var _, var why) -> "that it refused it, " + why.code();
        };
    }
}
