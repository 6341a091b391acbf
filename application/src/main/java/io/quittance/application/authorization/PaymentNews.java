package io.quittance.application.authorization;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.lifecycle.Witness;
import io.quittance.application.merchant.Candidates;
import io.quittance.application.relay.Relays;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes results of payments in from upstream and passes them on. */
public final class PaymentNews implements RelayPayment {
    private final LockedPayments payments;
    private final Moves<Payment, PaymentEvent> moves;
    private final Relays relays;
    private final Office office;

    public PaymentNews(LockedPayments payments, Moves<Payment, PaymentEvent> moves, Relays relays, Office office) {
        this.payments = payments;
        this.moves = moves;
        this.relays = relays;
        this.office = office;
    }

    @Override
    public Settled relay(List<Holder> candidates, Told told) {
        Instant now = office.now();
        Optional<Holder> owner = Candidates.owner(candidates, one -> payments.knows(one, told.order()));
        if (owner.isEmpty()) {
            return office.inOne(() -> unusable(Optional.empty(), told, "for which merchant cannot be told", now));
        }
        Holder holder = owner.get();
        Optional<URI> place = relays.place(holder.merchant().id(), told.call());
        record Taken(Settled outcome, Optional<Payment> payment) {}
        Taken taken = office.inOne(() -> {
            Optional<Payment> payment =
                    payments.lockOrMake(holder, told.order(), told.report().terms(), now);
            Settled outcome = payment.isPresent()
                    ? apply(payment.get(), holder, told, place, now)
                    : unusable(
                            Optional.of(holder), told, "an unknown payment, and the report leaves out its amount", now);
            return new Taken(outcome, payment);
        });
        if (taken.outcome() == Settled.RECORDED) {
            taken.payment()
                    .map(payment -> ObjectRef.of(payment.id()))
                    .ifPresent(about -> office.ringForDeliveries(about, holder.merchant()));
        }
        return taken.outcome();
    }

    private Settled apply(Payment known, Holder holder, Told told, Optional<URI> place, Instant now) {
        List<JournalEntry> heard = told.message().heard(now, "upstream reports " + said(told.report()));
        return moves.keep(known, known.apply(told.report()), new Witness(holder, heard, told.message(), now, place));
    }

    private Settled unusable(Optional<Holder> holder, Told told, String why, Instant now) {
        office.books().disbelieve(holder, Optional.empty(), told.message(), why, now);
        return Settled.UNUSABLE;
    }

    private static String said(Payment.Report report) {
        return switch (report) {
            case Payment.Report.Paid _ -> "SUCCESS";
            case Payment.Report.Declined declined -> "FAILED, " + declined.why().code();
            case Payment.Report.Shut shut -> "CLOSED, " + shut.why().code();
        };
    }
}
