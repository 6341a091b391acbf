package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Routing;
import io.quittance.application.journal.Journal;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.payout.FindPayout;
import io.quittance.application.payout.FindRecipients;
import io.quittance.application.payout.FollowedPayouts;
import io.quittance.application.payout.PayoutAcquirer;
import io.quittance.application.payout.PayoutIds;
import io.quittance.application.payout.PayoutKind;
import io.quittance.application.payout.PayoutRecipients;
import io.quittance.application.payout.PayoutRequests;
import io.quittance.application.payout.PayoutSettlement;
import io.quittance.application.payout.Payouts;
import io.quittance.application.payout.PayoutsByHand;
import io.quittance.application.payout.RequestPayout;
import io.quittance.application.payout.SettlePayout;
import io.quittance.application.payout.SubmitPayout;
import io.quittance.application.repair.Endable;
import io.quittance.application.upstream.Inquiry;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.management.Survey;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.PayoutId;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.payout.PassOn;
import io.quittance.http.payout.WireInstructions;
import io.quittance.http.payout.WirePayoutNotices;
import io.quittance.persistence.payout.JdbcPayouts;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about payouts, and who pays them out. */
@Factory
final class PayoutBeans {
    @Singleton
    Payouts payouts(Store store) {
        return new JdbcPayouts(store.database().sql(), store.cipher());
    }

    @Singleton
    PayoutIds ids(SecureRandom random, InstantSource clock, OwnShards own) {
        TimedNumbers numbers = new TimedNumbers("PO", random, clock, own);
        return () -> new PayoutId(numbers.next());
    }

    @Singleton
    Moves<Payout, PayoutEvent> moves(Payouts payouts, Books books) {
        return new Moves<>(new PayoutKind(payouts, new WirePayoutNotices()), books);
    }

    @Singleton
    RequestPayout requestPayout(Payouts payouts, Routing routing, PayoutIds ids, Office office, Meters meters) {
        return meters.requests("payout", new PayoutRequests(payouts, routing, ids, office)::request)::apply;
    }

    @Singleton
    FindPayout findPayout(Payouts payouts) {
        return (caller, order) -> payouts.find(caller.id(), order);
    }

    @Singleton
    FindRecipients findRecipients(Payouts payouts, Merchants merchants) {
        return new PayoutRecipients(payouts, merchants);
    }

    @Singleton
    SettlePayout settlePayout(
            Payouts payouts, Moves<Payout, PayoutEvent> moves, PayoutIds ids, Office office, Meters meters) {
        return meters.reports("payout", new PayoutSettlement(payouts, moves, ids, office)::settle)::apply;
    }

    @Singleton
    Inquiry<Payout, PayoutAcquirer.Said> submitPayout(
            Payouts payouts, Moves<Payout, PayoutEvent> moves, Acquirers acquirers, Journal journal) {
        return new SubmitPayout(
                new FollowedPayouts(payouts),
                moves,
                acquirers.serving(Acquirer::payouts),
                new WireInstructions(),
                journal);
    }

    @Singleton
    Endable<?, ?> payoutsByHand(Payouts payouts, Moves<Payout, PayoutEvent> moves) {
        return PayoutsByHand.of(new FollowedPayouts(payouts), moves);
    }

    @Singleton
    PassOn passOn(Acquirers acquirers, Routing routing) {
        return new PassOn(acquirers.serving(Acquirer::questions), routing);
    }

    @Singleton
    Survey overduePayouts(Payouts payouts) {
        return Survey.of("quittance.payouts.overdue", "payouts without a result in five days", payouts::overdue);
    }
}
