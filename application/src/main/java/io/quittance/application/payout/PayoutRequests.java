package io.quittance.application.payout;

import io.quittance.application.account.Routing;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Added;
import io.quittance.application.lifecycle.Office;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.Payout;
import java.time.Instant;
import java.util.List;

/** Takes payouts in from merchants. */
public final class PayoutRequests implements RequestPayout {
    private final Payouts payouts;
    private final Routing routing;
    private final PayoutIds ids;
    private final Office office;

    public PayoutRequests(Payouts payouts, Routing routing, PayoutIds ids, Office office) {
        this.payouts = payouts;
        this.routing = routing;
        this.ids = ids;
        this.office = office;
    }

    @Override
    public Outcome request(Merchant caller, Command command) {
        return routing.pick(
                        caller,
                        command.routed(),
                        () -> payouts.find(caller.id(), command.order()).map(Payout::account))
                .map(account -> request(caller, account, command))
                .orElseGet(Outcome.NotServed::new);
    }

    private Outcome request(Merchant caller, AccountId account, Command command) {
        Instant now = office.now();
        Payout asked = Payout.requested(
                ids.next(),
                caller.id(),
                account,
                command.order(),
                command.trade(),
                command.particulars(),
                command.notifyUrl(),
                now);
        Outcome outcome = office.inOne(() -> requested(asked, command));
        if (outcome instanceof Outcome.Accepted) {
            office.ringForErrands(ObjectRef.of(asked.id()), account);
        }
        return outcome;
    }

    private Outcome requested(Payout asked, Command command) {
        office.books().spend(command.message(), USE, asked.createdAt());
        return switch (payouts.add(asked)) {
            case Added.New() -> accepted(asked, command);
            case Added.Known(var earlier) when earlier.freesItsNumber() -> nextTry(asked, command);
            case Added.Known(var earlier) -> repeated(earlier, command);
            case Added.NumberTaken() -> throw givenTwice(asked);
        };
    }

    /** Locks the one turned away: of many that race behind it, the first frees the number and is the next try. */
    private Outcome nextTry(Payout asked, Command command) {
        Payout current = payouts.lock(asked.merchant(), asked.order())
                .orElseThrow(() -> new IllegalStateException("the number " + asked.order() + " has no payout"));
        if (!current.freesItsNumber()) {
            return repeated(current, command);
        }
        payouts.retire(current.id());
        Payout next = asked.after(current);
        return switch (payouts.add(next)) {
            case Added.New() -> accepted(next, command);
            case Added.Known(var other) -> repeated(other, command);
            case Added.NumberTaken() -> throw givenTwice(asked);
        };
    }

    private Outcome accepted(Payout asked, Command command) {
        ObjectRef about = ObjectRef.of(asked.id());
        String note = Wish.PAYOUT.line(asked.trade())
                + (asked.attempt() == 1 ? "" : ", try " + asked.attempt() + " under its number");
        office.books()
                .journal()
                .append(
                        about,
                        List.of(JournalEntry.message(Kind.REQUESTED, asked.createdAt(), note, command.message())));
        office.books().errands().add(Errand.submit(about, asked.merchant(), asked.account(), asked.createdAt()));
        return new Outcome.Accepted(asked);
    }

    /** The same request again is counted beside the first; other content under the same number is refused and not kept. */
    private Outcome repeated(Payout current, Command command) {
        office.books()
                .journal()
                .repeated(ObjectRef.of(current.id()), command.message().fingerprint());
        return new Outcome.Repeated(current);
    }

    private static IllegalStateException givenTwice(Payout asked) {
        return new IllegalStateException("payout number " + asked.id() + " was given twice");
    }
}
