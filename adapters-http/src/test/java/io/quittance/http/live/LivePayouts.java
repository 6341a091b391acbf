package io.quittance.http.live;

import io.micronaut.context.ApplicationContext;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.payout.FindPayout;
import io.quittance.application.payout.FindRecipients;
import io.quittance.application.payout.PayoutKind;
import io.quittance.application.payout.PayoutRecipients;
import io.quittance.application.payout.PayoutRequests;
import io.quittance.application.payout.PayoutSettlement;
import io.quittance.application.payout.RequestPayout;
import io.quittance.application.payout.SettlePayout;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.http.payout.PassOn;
import io.quittance.http.payout.PassThrough;
import io.quittance.http.payout.WirePayoutNotices;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;

/** The use cases about payouts behind a live gateway. */
public final class LivePayouts {
    private final InMemoryStore store;
    private final Runnable fail;
    private final PayoutRequests requests;
    private final PayoutSettlement settlement;
    private final Set<String> numbers = new ConcurrentSkipListSet<>();
    private final AtomicReference<PassThrough> upstream =
            new AtomicReference<>((holder, api, data) -> Envelope.refused(WireCode.REQUEST_TIMEOUT, "nobody is there"));

    /** @param fail breaks whatever is called, if something should break now */
    LivePayouts(InMemoryStore store, InstantSource clock, Books books, Runnable fail) {
        this.store = store;
        this.fail = fail;
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        requests = new PayoutRequests(store.payouts(), Given.routing(store), this::next, office);
        var kind = new PayoutKind(store.payouts(), new WirePayoutNotices());
        settlement = new PayoutSettlement(store.payouts(), new Moves<>(kind, books), this::next, office);
    }

    private PayoutId next() {
        String number = Given.unique("T");
        numbers.add(number);
        return new PayoutId(number);
    }

    void register(ApplicationContext context) {
        context.registerSingleton(RequestPayout.class, (RequestPayout) (caller, command) -> {
            fail.run();
            return requests.request(caller, command);
        });
        context.registerSingleton(SettlePayout.class, (SettlePayout) (candidates, told) -> {
            fail.run();
            return settlement.settle(candidates, told);
        });
        context.registerSingleton(FindPayout.class, (FindPayout)
                (caller, order) -> store.payouts().find(caller.id(), order));
        context.registerSingleton(FindRecipients.class, new PayoutRecipients(store.payouts(), store.merchants()));
        PassThrough passing = (holder, api, data) -> upstream.get().ask(holder, api, data);
        context.registerSingleton(PassOn.class, new PassOn(_ -> Optional.of(passing), Given.routing(store)));
    }

    /** What upstream answers from now on to those who ask it through us. */
    public void passing(PassThrough answering) {
        upstream.set(answering);
    }

    /** All that were asked for. */
    List<Payout> all() {
        return numbers.stream()
                .flatMap(number -> store.payouts().find(new PayoutId(number)).stream())
                .toList();
    }
}
