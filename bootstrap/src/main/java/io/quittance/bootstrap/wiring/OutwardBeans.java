package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Accounts;
import io.quittance.application.account.RecentAccounts;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.RecentMerchants;
import io.quittance.application.notification.EndpointTrial;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.notification.TryEndpoint;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.keys.HeldUse;
import io.quittance.bootstrap.keys.PublishedKeys;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.account.Account;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.MerchantGuard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.guard.OwnPorts;
import io.quittance.http.notification.HttpNotificationSender;
import io.quittance.http.notification.KnownTerms;
import io.quittance.http.notification.WireTestMessages;
import io.quittance.http.outbound.JsonPost;
import io.quittance.http.outbound.OutgoingProxy;
import io.quittance.http.outbound.Room;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.signing.HeldKey;
import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.instance.JdbcGatewayKeys;
import io.quittance.persistence.merchant.JdbcEndpointTerms;
import io.quittance.persistence.merchant.JdbcMerchants;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who we talk to: merchants, and upstream. */
@Factory
final class OutwardBeans {
    private static final String MERCHANTS = "merchants";
    static final String UPSTREAM = "upstream";

    /** Connections for all purposes. */
    static final Room ROOM = Room.here();

    @Singleton
    Merchants merchants(JdbcMerchants merchants, InstantSource clock) {
        return new RecentMerchants(merchants, clock);
    }

    @Singleton
    Accounts accounts(JdbcAccounts accounts, InstantSource clock) {
        return new RecentAccounts(accounts, clock);
    }

    @Singleton
    GatewayPairs signature(Store store, Settings settings, Transactions transactions, InstantSource clock) {
        return new GatewayPairs(
                store.keys().gateway(),
                new JdbcGatewayKeys(store.database().sql(), store.cipher()),
                transactions,
                new PublishedKeys(settings.data()),
                clock);
    }

    /** Accounts with PayerMax need theirs where it is called. */
    @Singleton
    HeldKeyTurns heldKeyTurns(GatewayPairs gateway, Accounts accounts, Settings settings, InstantSource clock) {
        PayerMaxAccounts payermax = new PayerMaxAccounts(accounts);
        return new HeldKeyTurns(
                () -> Stream.concat(
                                gateway.elsewhere().stream(),
                                settings.payermax().isEmpty()
                                        ? Stream.empty()
                                        : accounts.all().stream()
                                                .filter(one -> one.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                                                .flatMap(one -> elsewhere(one, payermax.of(one))))
                        .toList(),
                clock);
    }

    private static Stream<HeldUse> elsewhere(Account account, PayerMaxSettings settings) {
        return settings.ours().stream()
                .flatMap(one -> one.key() instanceof HeldKey held
                        ? Stream.of(new HeldUse("the private key of account " + account.id(), held, one.term()))
                        : Stream.empty());
    }

    /** Of what merchants have us call; what the operator has set, upstream and ourselves, is called wherever it is. */
    @Singleton
    Guard guard(Settings settings) {
        Optional<URI> hosted = settings.simulated() ? Optional.of(DemoMerchant.endpoint(settings)) : Optional.empty();
        return new MerchantGuard(
                settings.outgoing(), new OwnPorts(Set.of(settings.port(), settings.managementPort()), hosted));
    }

    @Singleton
    NotifyUrls notifyUrls(Guard guard) {
        return new NotifyUrls(guard);
    }

    /** Connections of their own: many merchants that hang must not take those to upstream. */
    @Singleton
    @Named(MERCHANTS)
    @Bean(preDestroy = "close")
    JsonPost toMerchants(Meters meters, Guard guard, Way way) {
        return meters.posts("deliveries", new JsonPost(ROOM.deliveries(), Release.number(), guard, way.proxy()));
    }

    /** Through whom we call. */
    record Way(Optional<OutgoingProxy> proxy) {}

    /** Ourselves we call by ourselves, be it as the demo's merchant at another address than a loopback one. */
    @Singleton
    Way way(Settings settings) {
        return new Way(settings.proxy()
                .map(setting -> setting.open()
                        .besides(WebUrl.host(settings.managementUrl()))
                        .besides(WebUrl.host(settings.localUrl()))));
    }

    /** To PayerMax about what is still owed, or from the simulator to us. */
    @Singleton
    @Named(UPSTREAM)
    @Bean(preDestroy = "close")
    JsonPost withUpstream(Meters meters, Way way) {
        return meters.posts("errands", new JsonPost(ROOM.errands(), Release.number(), Guard.OPERATORS, way.proxy()));
    }

    @Singleton
    NotificationSender sender(@Named(MERCHANTS) JsonPost post, KnownTerms terms, Meters meters, InstantSource clock) {
        return meters.deliveries(new HttpNotificationSender(post, terms, clock));
    }

    @Singleton
    KnownTerms terms(JdbcEndpointTerms kept, InstantSource clock) {
        return new KnownTerms(kept, clock);
    }

    /** Not by the sender whose attempts are counted: a test is no delivery. */
    @Singleton
    TryEndpoint trial(
            @Named(MERCHANTS) JsonPost post, KnownTerms terms, GatewaySignature signature, InstantSource clock) {
        return new EndpointTrial(
                new WireTestMessages(), signature, new HttpNotificationSender(post, terms, clock), clock);
    }

    @Singleton
    UpstreamCheck upstreamCheck(Acquirers acquirers, Accounts accounts) {
        return new UpstreamCheck(acquirers, accounts, UpstreamCheck.Waits.USUAL);
    }
}
