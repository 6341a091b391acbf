package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.authorization.CancelAcquirer;
import io.quittance.application.authorization.CancelIds;
import io.quittance.application.authorization.CancelKind;
import io.quittance.application.authorization.CancelRequests;
import io.quittance.application.authorization.CancelSettlement;
import io.quittance.application.authorization.Cancels;
import io.quittance.application.authorization.Holds;
import io.quittance.application.authorization.LockedCancels;
import io.quittance.application.authorization.RequestCancel;
import io.quittance.application.authorization.SettleCancel;
import io.quittance.application.authorization.SubmitCancel;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.shard.Bells;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Inquiry;
import io.quittance.bootstrap.management.Figure;
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelEvent;
import io.quittance.domain.authorization.CancelId;
import io.quittance.http.authorization.WireCancelNotices;
import io.quittance.http.payermax.PayerMaxCancelAcquirer;
import io.quittance.http.simulator.SimulatedCancel;
import io.quittance.http.simulator.SimulatedResults;
import io.quittance.http.simulator.SimulatorCancelAcquirer;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about cancels, and who settles them. */
@Factory
final class CancelBeans {
    @Singleton
    CancelIds ids(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("CN", random, clock);
        return () -> new CancelId(numbers.next());
    }

    @Singleton
    LockedCancels locked(Cancels cancels, Holds holds) {
        return new LockedCancels(cancels, holds);
    }

    @Singleton
    Moves<Cancel, CancelEvent> moves(Cancels cancels, Holds holds, Books books) {
        return new Moves<>(new CancelKind(cancels, holds, new WireCancelNotices()), books);
    }

    @Singleton
    RequestCancel requestCancel(
            LockedCancels cancels,
            Books books,
            Transactions transactions,
            CancelIds ids,
            InstantSource clock,
            Bells bells,
            Meters meters) {
        return meters.requests(
                        "cancel",
                        new CancelRequests(cancels, books, transactions, ids, clock, bells.errands())::request)::apply;
    }

    @Singleton
    SettleCancel settleCancel(
            LockedCancels cancels,
            Books books,
            Moves<Cancel, CancelEvent> moves,
            Transactions transactions,
            InstantSource clock,
            Bells bells,
            Meters meters) {
        return meters.reports(
                        "cancel",
                        new CancelSettlement(cancels, books, moves, transactions, clock, bells.deliveries())::settle)
                ::apply;
    }

    @Singleton
    Inquiry<Cancel, CancelAcquirer.Said> submitCancel(
            Cancels cancels, LockedCancels locked, Moves<Cancel, CancelEvent> moves, CancelAcquirer acquirer) {
        return new SubmitCancel(cancels, locked, moves, acquirer);
    }

    @Singleton
    SimulatedResults simulatedCancel() {
        return new SimulatedCancel();
    }

    @Singleton
    CancelAcquirer acquirer(FarEnd farEnd, InstantSource clock) {
        return switch (farEnd) {
            case FarEnd.Simulator(var desk) -> new SimulatorCancelAcquirer(desk);
            case FarEnd.PayerMax(var _, var call, var _) -> new PayerMaxCancelAcquirer(call, clock);
        };
    }

    @Singleton
    Figure overdueCancels(Cancels cancels) {
        return new Figure(
                "quittance.cancels.overdue", "cancels whose result upstream has not told in time", cancels::overdue);
    }
}
