package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Accounts;
import io.quittance.application.authorization.PaymentRetelling;
import io.quittance.application.authorization.Payments;
import io.quittance.application.capture.OperationRetelling;
import io.quittance.application.capture.OrderOperations;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.paymentlink.LinkRetelling;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.payout.PayoutRetelling;
import io.quittance.application.payout.Payouts;
import io.quittance.application.replay.Replaying;
import io.quittance.application.replay.Retelling;
import io.quittance.application.story.Summaries;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.management.KeptReplays;
import io.quittance.bootstrap.management.Replays;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.authorization.PaymentWire;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.paymentlink.LinkNotificationWire;
import io.quittance.http.payout.StoredPayoutNews;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.south.StoredMessages;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was told before, told anew: by the readers of PayerMax's pages, which the simulator speaks as well. */
@Factory
final class ReplayBeans {
    private static final Set<AcquirerName> READABLE = Set.of(PayerMaxAccounts.PAYERMAX, SimulatorDesk.SIMULATOR);

    @Singleton
    Replays replays(
            OrderOperations operations,
            Payouts payouts,
            PaymentLinks links,
            Payments payments,
            Summaries summaries,
            Journal journal,
            Accounts accounts,
            Transactions transactions) {
        Map<Kind, Retelling<?>> retellings = Map.of(
                Kind.CAPTURE, operations(operations, OperationPage.CAPTURE),
                Kind.CANCEL, operations(operations, OperationPage.CANCEL),
                Kind.PAYOUT, new PayoutRetelling(payouts, StoredPayoutNews.reader()),
                Kind.PAYMENT_LINK,
                        new LinkRetelling(
                                links,
                                StoredMessages.by(
                                        (message, raw, key, _) -> LinkNotificationWire.read(message, raw, key))),
                Kind.PAYMENT,
                        new PaymentRetelling(
                                payments,
                                StoredMessages.by((message, raw, key, now) ->
                                        PaymentWire.read(message, raw, key, Optional.empty(), now))));
        return new KeptReplays(
                new Replaying(retellings, summaries, journal, accounts, READABLE::contains, transactions));
    }

    private static Retelling<?> operations(OrderOperations operations, OperationPage page) {
        return new OperationRetelling(
                operations,
                StoredMessages.by(
                        (message, raw, key, now) -> OperationWire.Notification.read(page, message, raw, key, now)));
    }
}
