package io.quittance.http.live;

import io.micronaut.context.ApplicationContext;
import io.quittance.application.authorization.CancelKind;
import io.quittance.application.authorization.CancelRequests;
import io.quittance.application.authorization.CancelSettlement;
import io.quittance.application.authorization.Holds;
import io.quittance.application.authorization.LockedCancels;
import io.quittance.application.authorization.LockedPayments;
import io.quittance.application.authorization.PaymentKind;
import io.quittance.application.authorization.PaymentNews;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.application.authorization.RequestCancel;
import io.quittance.application.authorization.SettleCancel;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.http.authorization.WireCancelNotices;
import io.quittance.http.authorization.WirePaymentNotices;
import java.time.InstantSource;

/** The real use cases about cancels and payments over the twins, for a live gateway. */
record AuthorizationUseCases(InMemoryStore store, Books books, InstantSource clock, Runnable breaking) {
    void register(ApplicationContext context) {
        Holds holds = new Holds(store.authorizations());
        LockedCancels locked = new LockedCancels(store.cancels(), holds);
        RequestCancel requests = new CancelRequests(
                locked, books, store.transactions(), () -> new CancelId(Given.unique("N")), clock, new Bell());
        SettleCancel settlement = new CancelSettlement(
                locked,
                books,
                new Moves<>(new CancelKind(store.cancels(), holds, new WireCancelNotices()), books),
                store.transactions(),
                clock,
                new Bell());
        RelayPayment news = new PaymentNews(
                new LockedPayments(store.payments(), holds, () -> new PaymentId(Given.unique("P"))),
                new Moves<>(new PaymentKind(store.payments(), holds, new WirePaymentNotices()), books),
                new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell())));
        context.registerSingleton(RequestCancel.class, (RequestCancel) (caller, command) -> {
            breaking.run();
            return requests.request(caller, command);
        });
        context.registerSingleton(SettleCancel.class, (SettleCancel) (candidates, told) -> {
            breaking.run();
            return settlement.settle(candidates, told);
        });
        context.registerSingleton(RelayPayment.class, (RelayPayment) (candidates, told) -> {
            breaking.run();
            return news.relay(candidates, told);
        });
    }
}
