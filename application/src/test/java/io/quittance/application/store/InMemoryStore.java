package io.quittance.application.store;

import io.quittance.application.account.InMemoryAccounts;
import io.quittance.application.audit.InMemoryKeptJournal;
import io.quittance.application.audit.InMemoryOwnRows;
import io.quittance.application.authorization.InMemoryAuthorizations;
import io.quittance.application.authorization.InMemoryPayments;
import io.quittance.application.capture.InMemoryOperations;
import io.quittance.application.errand.InMemoryErrands;
import io.quittance.application.journal.InMemoryDiscrepancies;
import io.quittance.application.journal.InMemoryJournal;
import io.quittance.application.merchant.InMemoryEndpointTerms;
import io.quittance.application.merchant.InMemoryMerchants;
import io.quittance.application.notification.InMemoryNotificationOutbox;
import io.quittance.application.paymentlink.InMemoryPaymentLinks;
import io.quittance.application.payout.InMemoryPayouts;
import io.quittance.application.registration.InMemoryChanges;
import io.quittance.application.relay.InMemoryNewsTold;
import io.quittance.application.relay.InMemoryRelays;
import io.quittance.application.request.InMemorySpentRequests;
import io.quittance.application.shard.Arrivals.Place;
import io.quittance.application.shard.InMemoryArrivals;
import io.quittance.application.shard.InMemoryHeldLanes;
import io.quittance.application.shard.InMemoryShards;
import io.quittance.application.simulator.InMemorySimulatedOrders;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.RelayId;
import java.time.InstantSource;
import java.util.Map;

/** The twins of all ports over one memory. */
public record InMemoryStore(
        Memory transactions,
        InMemoryOperations operations,
        InMemoryPayouts payouts,
        InMemoryAuthorizations authorizations,
        InMemoryPayments payments,
        InMemoryRelays relays,
        InMemorySpentRequests spentRequests,
        InMemoryNewsTold newsTold,
        InMemoryPaymentLinks paymentLinks,
        InMemoryJournal journal,
        InMemoryKeptJournal keptJournal,
        InMemoryDiscrepancies discrepancies,
        InMemoryErrands errands,
        InMemoryNotificationOutbox outbox,
        InMemoryShards shards,
        InMemoryArrivals arrivals,
        InMemoryHeldLanes heldLanes,
        InMemorySimulatedOrders simulatedOrders,
        InMemoryMerchants merchants,
        InMemoryAccounts accounts,
        InMemoryEndpointTerms endpointTerms)
        implements Store {

    /** @param clock plays the database's clock */
    public static InMemoryStore at(InstantSource clock) {
        return over(new Memory(false), clock);
    }

    /** Runs every work twice: what is not right when done twice shows. */
    public static InMemoryStore rehearsedAt(InstantSource clock) {
        return over(new Memory(true), clock);
    }

    private static InMemoryStore over(Memory memory, InstantSource clock) {
        InMemoryOperations operations = new InMemoryOperations(memory);
        InMemoryPayouts payouts = new InMemoryPayouts(memory);
        InMemoryPayments payments = new InMemoryPayments(memory);
        InMemoryRelays relays = new InMemoryRelays(memory);
        InMemoryNewsTold newsTold = new InMemoryNewsTold(memory);
        InMemoryChanges changes = new InMemoryChanges(memory);
        InMemoryAccounts accounts = new InMemoryAccounts(memory, changes);
        InMemoryPaymentLinks paymentLinks = new InMemoryPaymentLinks(memory);
        InMemoryJournal journal = new InMemoryJournal(memory, about -> switch (about.kind()) {
            case CAPTURE, CANCEL -> operations.find(about.operationId()).isPresent();
            case PAYOUT -> payouts.find(about.payoutId()).isPresent();
            case PAYMENT -> payments.find(new PaymentId(about.id())).isPresent();
            case PAYMENT_LINK -> paymentLinks.find(about.linkId()).isPresent();
            case RELAY -> relays.find(new RelayId(about.id())).isPresent();
            case NEWS -> newsTold.find(new NewsId(about.id())).isPresent();
        });
        InMemoryErrands errands = new InMemoryErrands(memory);
        InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox(memory, journal);
        InMemorySimulatedOrders simulatedOrders = new InMemorySimulatedOrders(memory);
        InMemoryShards shards = new InMemoryShards(memory, clock);
        return new InMemoryStore(
                memory,
                operations,
                payouts,
                new InMemoryAuthorizations(memory, operations),
                payments,
                relays,
                new InMemorySpentRequests(memory),
                newsTold,
                paymentLinks,
                journal,
                new InMemoryKeptJournal(
                        memory,
                        journal,
                        new InMemoryOwnRows(operations, payouts, payments, paymentLinks, relays, newsTold)),
                new InMemoryDiscrepancies(memory),
                errands,
                outbox,
                shards,
                new InMemoryArrivals(
                        shards,
                        Map.of(
                                Place.ERRANDS,
                                errands.owed(),
                                Place.DELIVERIES,
                                outbox.owed(),
                                Place.SIMULATED_RESULTS,
                                simulatedOrders.owed())),
                new InMemoryHeldLanes(memory, clock),
                simulatedOrders,
                new InMemoryMerchants(memory, accounts, changes),
                accounts,
                new InMemoryEndpointTerms(memory, changes));
    }
}
