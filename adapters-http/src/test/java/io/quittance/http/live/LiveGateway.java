package io.quittance.http.live;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.discrepancy.KeptNews;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.key.InMemoryKeyUses;
import io.quittance.application.key.KeyUses;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.relay.FarGateway;
import io.quittance.application.relay.PassNewsOn;
import io.quittance.application.relay.PassingNewsOn;
import io.quittance.application.request.SpendRequest;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.relay.NewsId;
import io.quittance.http.guard.Guards;
import io.quittance.http.north.OtherApis;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.peer.Proxies;
import io.quittance.http.relay.WireNewsNotices;
import io.quittance.http.server.BoundedClients;
import io.quittance.http.server.ClientLimits;
import io.quittance.http.south.Callback;
import io.quittance.http.south.UpstreamPublicKeys;
import io.quittance.http.wire.StrangerGate;
import io.quittance.http.wire.StrangerLimits;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The real server with real use cases over the twins of the database, at a time that stands still. */
public final class LiveGateway implements AutoCloseable {
    /** When all tests happen. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00.000Z");

    public static final String APP = "8f8b0895b60f41abbdb05405052971c8";
    public static final String NO = "P01010114178824";
    public static final String NEIGHBOUR_APP = "neighbour";
    public static final String NEIGHBOUR_NO = "P02020224178824";
    public static final String UPSTREAM_APP = "5f843bfc8cec49c2b8e9e99847325548";
    public static final String UPSTREAM_NO = "P01010114418097";

    public final HandClock clock = new HandClock(NOW);
    public final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    public final Merchant merchant = register(APP, NO, Keys.MERCHANT, UPSTREAM_APP, UPSTREAM_NO);
    public final Merchant neighbour = register(NEIGHBOUR_APP, NEIGHBOUR_NO, Keys.NEIGHBOUR, "up-neighbour", "N-NO");

    private final AtomicReference<Optional<RuntimeException>> fault = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<RuntimeException>> merchantsFault = new AtomicReference<>(Optional.empty());
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
            .build();
    private final LivePayouts payouts;
    private final LiveLinks links;
    private final int port;

    public LiveGateway() {
        this(Optional.empty());
    }

    /** @param far where APIs go that it does not know; empty for nowhere, as with the simulator */
    public LiveGateway(Optional<FarGateway> far) {
        this(far, List.of(), StrangerLimits.NONE, Proxies.NONE);
    }

    /** One that takes what else upstream may tell. */
    public static LiveGateway with(Callback... others) {
        return new LiveGateway(Optional.empty(), List.of(others), StrangerLimits.NONE, Proxies.NONE);
    }

    /** One that does not check all that strangers send; at any other nothing would be forgiven, as its time stands still. */
    public static LiveGateway limited(StrangerLimits limits) {
        return limited(limits, Proxies.NONE);
    }

    /** The same, behind proxies. */
    public static LiveGateway limited(StrangerLimits limits, Proxies proxies) {
        return new LiveGateway(Optional.empty(), List.of(), limits, proxies);
    }

    private LiveGateway(Optional<FarGateway> far, List<Callback> others, StrangerLimits limits, Proxies proxies) {
        others.forEach(one -> context.registerSingleton(Callback.class, one, Qualifiers.byName(one.name())));
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        AuthorizationUseCases authorizations = new AuthorizationUseCases(store, books, clock, this::fail);
        links = new LiveLinks(store, books, clock);
        context.registerSingleton(InstantSource.class, clock);
        context.registerSingleton(
                SpendRequest.class, new SpendRequest(store.spentRequests(), store.transactions(), clock));
        context.registerSingleton(Guards.publicOnly());
        context.registerSingleton(new StrangerGate(limits, clock));
        context.registerSingleton(proxies);
        context.registerSingleton(Accounts.class, store.accounts());
        context.registerSingleton(Merchants.class, new Breakable(store.merchants(), this::failMerchants));
        payouts = new LivePayouts(store, clock, books, this::fail);
        payouts.register(context);
        authorizations.register(context);
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        far.map(gateway -> RelayedFar.apis(store, gateway, office))
                .ifPresent(apis -> context.registerSingleton(OtherApis.class, apis));
        links.register(context, this::fail);
        context.registerSingleton(PassNewsOn.class, passNewsOn(office));
        context.registerSingleton(GatewaySignature.class, new JdkSignature());
        context.registerSingleton(UpstreamPublicKeys.class, (UpstreamPublicKeys) one -> PayerMaxSettings.read(
                        store.accounts().settings(one.id()).orElseThrow().body())
                .verifyingAt(clock.instant()));
        context.registerSingleton(new KeyUses(new InMemoryKeyUses(), clock));
        context.registerSingleton(
                KeepMisunderstood.class, new KeepMisunderstood(store.discrepancies(), store.transactions(), clock));
        context.start();
        NettyEmbeddedServer server = context.getBean(NettyEmbeddedServer.class);
        server.register(new BoundedClients(ClientLimits.USUAL, System::nanoTime, false));
        port = server.start().getPort();
    }

    private PassNewsOn passNewsOn(Office office) {
        PassNewsOn passing = new PassingNewsOn(
                store.newsTold(), store.relays(), new WireNewsNotices(), () -> new NewsId(Given.unique("N")), office);
        return (candidates, told) -> {
            fail();
            return passing.pass(candidates, told);
        };
    }

    public int port() {
        return port;
    }

    /** From now on the use cases fail so; empty heals them. */
    public void failing(Optional<RuntimeException> how) {
        fault.set(how);
    }

    /** From now on nobody can be looked up; empty heals it. */
    public void failingMerchants(Optional<RuntimeException> how) {
        merchantsFault.set(how);
    }

    private void fail() {
        fault.get().ifPresent(e -> {
            throw e;
        });
    }

    private void failMerchants() {
        merchantsFault.get().ifPresent(e -> {
            throw e;
        });
    }

    public LivePayouts payouts() {
        return payouts;
    }

    public Optional<Payout> payout(String order) {
        return store.payouts().find(merchant.id(), new OutTradeNo(order));
    }

    /** What its merchant is still to be told of an order, whichever. */
    public List<OwedNews> owed(ObjectRef about) {
        return owed(Shard.of(about)).stream()
                .filter(one -> one.about().equals(about))
                .toList();
    }

    public Optional<Capture> capture(String request) {
        return store.operations()
                .find(merchant.id(), GivenOperations.captureKey(request))
                .map(Capture.class::cast);
    }

    public List<Journal.Row> story(Capture capture) {
        return story(ObjectRef.of(capture.id()));
    }

    public List<Journal.Row> story(ObjectRef about) {
        return store.journal().story(about);
    }

    public Optional<PaymentLink> link(String request) {
        return store.paymentLinks().find(merchant.id(), new MerchantLinkId(request));
    }

    public List<Journal.Row> story(PaymentLink link) {
        return store.journal().story(ObjectRef.of(link.id()));
    }

    public List<Discrepancies.Kept> discrepancies() {
        return store.discrepancies().of(merchant.id(), 10_000);
    }

    public KeptNews keptNews() {
        return context.getBean(KeptNews.class);
    }

    /** What its merchant is still to be told of it. */
    public List<OwedNews> owed(Capture capture) {
        return owed(ObjectRef.of(capture.id()));
    }

    /** What its merchant is still to be told of it. */
    public List<OwedNews> owed(PaymentLink link) {
        return owed(ObjectRef.of(link.id()));
    }

    private List<OwedNews> owed(Shard shard) {
        return OwedNews.in(store, shard, clock.instant().plus(Duration.ofDays(1)));
    }

    /** Its merchant at its only account. */
    public Holder holder() {
        return new Holder(merchant, store.accounts().byMerchant(merchant.id()).getFirst());
    }

    /** Everything that there is, to compare before and after. */
    public Snapshot snapshot() {
        List<PaymentLink> all = links.ids().stream()
                .flatMap(id -> store.paymentLinks().find(id).stream())
                .toList();
        return Snapshot.of(store, payouts.all(), all, discrepancies());
    }

    public Merchant register(String app, String no, KeyPair keys, String upstreamApp, String upstreamNo) {
        return register(app, no, keys, upstreamApp, upstreamNo, PayoutDialect.V2, Keys.UPSTREAM);
    }

    public Merchant register(
            String app,
            String no,
            KeyPair keys,
            String upstreamApp,
            String upstreamNo,
            PayoutDialect dialect,
            KeyPair upstream) {
        return register(app, no, keys, upstreamApp, upstreamNo, dialect, upstream, NotifyHosts.ANY);
    }

    /** One whose requests may want to be told on its own host, merchant.example, and on these. */
    public Merchant register(String app, KeyPair keys, NotifyHosts hosts) {
        return register(app, "no of " + app, keys, "up-" + app, "N-" + app, PayoutDialect.V2, Keys.UPSTREAM, hosts);
    }

    private Merchant register(
            String app,
            String no,
            KeyPair keys,
            String upstreamApp,
            String upstreamNo,
            PayoutDialect dialect,
            KeyPair upstream,
            NotifyHosts hosts) {
        return Given.registered(
                store.merchants(), Registrations.of(app, no, keys, upstreamApp, upstreamNo, dialect, upstream, hosts));
    }

    @Override
    public void close() {
        context.close();
    }
}
