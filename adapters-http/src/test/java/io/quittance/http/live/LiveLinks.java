package io.quittance.http.live;

import io.micronaut.context.ApplicationContext;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.application.paymentlink.FindPaymentLink;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.paymentlink.LinkCreation;
import io.quittance.application.paymentlink.LinkDesk;
import io.quittance.application.paymentlink.LinkExpiry;
import io.quittance.application.paymentlink.LinkSettlement;
import io.quittance.application.paymentlink.PaymentLinkKind;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.http.payerpage.PayerPages;
import io.quittance.http.paymentlink.WirePaymentLinkNotices;
import io.quittance.http.simulator.LinkCashier;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.simulator.SimulatorLinkAcquirer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** The use cases about links over the twins, with the simulator upstream and its page. */
final class LiveLinks {
    /** As if merchants and payers reached us there. */
    static final URI PAGES = URI.create("https://pay.example/pay");

    private final InMemoryStore store;
    private final Books books;
    private final InstantSource clock;
    private final Set<String> ids = new ConcurrentSkipListSet<>();

    LiveLinks(InMemoryStore store, Books books, InstantSource clock) {
        this.store = store;
        this.books = books;
        this.clock = clock;
    }

    /** Those that were given, or would have been. */
    Set<LinkId> ids() {
        return ids.stream().map(LinkId::new).collect(Collectors.toSet());
    }

    private LinkId next() {
        String id = Given.unique("L");
        ids.add(id);
        return new LinkId(id);
    }

    /** @param fail throws what a test wants to see thrown */
    void register(ApplicationContext context, Runnable fail) {
        SecureRandom random = new SecureRandom();
        SimulatorDesk desk = new SimulatorDesk(
                store.simulatedOrders(), store.transactions(), random, clock, Duration.ofSeconds(1), (_, _) -> {});
        LinkAcquirer acquirer = new SimulatorLinkAcquirer(desk, PAGES, clock);
        Moves<PaymentLink, PaymentLinkEvent> moves =
                new Moves<>(new PaymentLinkKind(store.paymentLinks(), new WirePaymentLinkNotices()), books);
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        LinkDesk asked = new LinkDesk(_ -> Optional.of(acquirer), Given.holders(store), new HeldAccounts());
        LinkCreation creation = new LinkCreation(store.paymentLinks(), asked, Given.routing(store), this::next, office);
        LinkExpiry expiry = new LinkExpiry(store.paymentLinks(), moves, asked, office);
        LinkSettlement settlement = new LinkSettlement(store.paymentLinks(), moves, this::next, office);
        context.registerSingleton(CreatePaymentLink.class, (CreatePaymentLink) (caller, command) -> {
            fail.run();
            return creation.create(caller, command);
        });
        context.registerSingleton(ExpirePaymentLink.class, expiry);
        context.registerSingleton(FindPaymentLink.class, FindPaymentLink.among(store.paymentLinks()));
        context.registerSingleton(SettlePaymentLink.class, (SettlePaymentLink) (candidates, told) -> {
            fail.run();
            return settlement.settle(candidates, told);
        });
        context.registerSingleton(
                PayerPages.class,
                new PayerPages(
                        store.paymentLinks(),
                        new Breakable(store.merchants(), fail),
                        new LinkCashier(desk),
                        random,
                        clock));
    }
}
