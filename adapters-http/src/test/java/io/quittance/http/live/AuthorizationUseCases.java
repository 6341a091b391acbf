package io.quittance.http.live;

import io.micronaut.context.ApplicationContext;
import io.quittance.application.authorization.Holds;
import io.quittance.application.authorization.LockedPayments;
import io.quittance.application.authorization.PaymentKind;
import io.quittance.application.authorization.PaymentNews;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.LockedOperations;
import io.quittance.application.capture.OperationKind;
import io.quittance.application.capture.OperationRequests;
import io.quittance.application.capture.OperationSettlement;
import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.SettleOperation;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.http.authorization.WirePaymentNotices;
import io.quittance.http.capture.WireOperationNotices;
import java.time.InstantSource;

/** The real use cases about captures, cancels and payments over the twins, for a live gateway. */
record AuthorizationUseCases(InMemoryStore store, Books books, InstantSource clock, Runnable breaking) {
    void register(ApplicationContext context) {
        Holds holds = new Holds(store.authorizations());
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        LockedOperations locked = new LockedOperations(store.operations(), holds);
        RequestOperation requests =
                new OperationRequests(locked, Given.routing(store), GivenOperations.operationIds(), office);
        SettleOperation settlement = new OperationSettlement(
                locked,
                new Moves<>(new OperationKind(store.operations(), holds, new WireOperationNotices()), books),
                GivenOperations.operationIds(),
                office);
        RelayPayment news = new PaymentNews(
                new LockedPayments(store.payments(), holds, () -> new PaymentId(Given.unique("P"))),
                new Moves<>(new PaymentKind(store.payments(), holds, new WirePaymentNotices()), books),
                store.relays(),
                office);
        context.registerSingleton(RequestOperation.class, (RequestOperation) (caller, command) -> {
            breaking.run();
            return requests.request(caller, command);
        });
        context.registerSingleton(SettleOperation.class, (SettleOperation) (candidates, told) -> {
            breaking.run();
            return settlement.settle(candidates, told);
        });
        context.registerSingleton(RelayPayment.class, (RelayPayment) (candidates, told) -> {
            breaking.run();
            return news.relay(candidates, told);
        });
    }
}
