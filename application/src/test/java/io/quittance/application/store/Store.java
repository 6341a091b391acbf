package io.quittance.application.store;

import io.quittance.application.account.Accounts;
import io.quittance.application.audit.KeptJournal;
import io.quittance.application.authorization.Authorizations;
import io.quittance.application.authorization.Payments;
import io.quittance.application.capture.OrderOperations;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.payout.Payouts;
import io.quittance.application.relay.NewsTold;
import io.quittance.application.relay.Relays;
import io.quittance.application.request.SpentRequests;
import io.quittance.application.shard.Arrivals;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.Shards;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.transaction.Transactions;
import java.util.function.Supplier;

/**
 * All that one database keeps, for the contracts of the ports: a journal needs a capture to hang on, an errand a
 * merchant. It may be shared by all tests and hold what earlier runs left; every test works with new ids.
 */
public interface Store {
    Transactions transactions();

    OrderOperations operations();

    Payouts payouts();

    Authorizations authorizations();

    Payments payments();

    Relays relays();

    SpentRequests spentRequests();

    NewsTold newsTold();

    PaymentLinks paymentLinks();

    Journal journal();

    KeptJournal keptJournal();

    Discrepancies discrepancies();

    Errands errands();

    NotificationOutbox outbox();

    Shards shards();

    Arrivals arrivals();

    HeldLanes heldLanes();

    SimulatedOrders simulatedOrders();

    Merchants merchants();

    Accounts accounts();

    EndpointTerms endpointTerms();

    /** In one transaction. */
    default <T> T answer(Supplier<T> work) {
        return transactions().inOne(work);
    }

    /** In one transaction. */
    default void perform(Runnable work) {
        transactions().inOne(() -> {
            work.run();
            return true;
        });
    }
}
