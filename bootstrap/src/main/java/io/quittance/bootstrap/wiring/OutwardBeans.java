package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.account.Accounts;
import io.quittance.application.account.RecentAccounts;
import io.quittance.application.account.Routing;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.RecentMerchants;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.simulator.SimulatedOrders;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.bootstrap.wiring.SimulatorBeans.SimulatorWorker;
import io.quittance.http.notification.HttpNotificationSender;
import io.quittance.http.notification.RsaGatewaySignature;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.outbound.SignedPost;
import io.quittance.http.payermax.FarAddress;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.payermax.PayerMaxProbe;
import io.quittance.http.simulator.SimulatorDesk;
import io.quittance.http.south.UpstreamPublicKeys;
import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.merchant.JdbcMerchants;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who we talk to: merchants, and upstream. */
@Factory
final class OutwardBeans {
    private static final String MERCHANTS = "merchants";
    static final String UPSTREAM = "upstream";
    private static final String WAITED_FOR = "waited for";

    @Singleton
    Merchants merchants(JdbcMerchants merchants, InstantSource clock) {
        return new RecentMerchants(merchants, clock);
    }

    @Singleton
    Accounts accounts(JdbcAccounts accounts, InstantSource clock) {
        return new RecentAccounts(accounts, clock);
    }

    @Singleton
    Holders holders(Merchants merchants, Accounts accounts) {
        return new Holders(merchants, accounts);
    }

    /** An account with whoever settles counts where no rule says which. */
    @Singleton
    Routing routing(Accounts accounts, FarEnd farEnd) {
        return new Routing(accounts, (acquirer, service) -> acquirer.equals(farEnd.name()), farEnd.name());
    }

    @Singleton
    PayerMaxAccounts payerMaxAccounts(Accounts accounts) {
        return new PayerMaxAccounts(accounts);
    }

    @Singleton
    GatewaySignature signature(Store store) {
        return new RsaGatewaySignature(store.keys().gateway());
    }

    /** Connections of their own: many merchants that hang must not take those to upstream. */
    @Singleton
    @Named(MERCHANTS)
    @Bean(preDestroy = "close")
    SignedPost toMerchants() {
        return new SignedPost(PostLimits.MERCHANTS, Release.number());
    }

    /** To PayerMax, or from the simulator to us. */
    @Singleton
    @Named(UPSTREAM)
    @Bean(preDestroy = "close")
    SignedPost withUpstream() {
        return new SignedPost(PostLimits.STANDARD, Release.number());
    }

    /** Connections of their own: what merchants ask while they wait must not take those of captures. */
    @Singleton
    @Named(WAITED_FOR)
    @Bean(preDestroy = "close")
    SignedPost waitedFor() {
        return new SignedPost(PostLimits.WAITED_FOR, Release.number());
    }

    @Singleton
    NotificationSender sender(@Named(MERCHANTS) SignedPost post, Meters meters) {
        return meters.deliveries(new HttpNotificationSender(post));
    }

    /** The simulator signs for everybody; PayerMax for each account by its own keys, where PayerMax settles. */
    @Singleton
    UpstreamPublicKeys upstreamPublicKeys(
            Optional<Demo> demo, PayerMaxAccounts payermax, Settings settings, InstantSource clock) {
        return account -> {
            if (account.acquirer().equals(SimulatorDesk.SIMULATOR)) {
                return demo.map(known -> known.simulator().getPublic()).stream().toList();
            }
            return settings.simulated() ? List.of() : payermax.of(account).verifyingAt(clock.instant());
        };
    }

    private static PayerMaxCall call(
            FarAddress address, SignedPost post, PayerMaxAccounts payermax, InstantSource clock) {
        return new PayerMaxCall(address, post, payermax::of, clock);
    }

    @Singleton
    FarEnd farEnd(
            Settings settings,
            SimulatedOrders orders,
            Transactions transactions,
            Optional<SimulatorWorker> worker,
            @Named(UPSTREAM) SignedPost post,
            @Named(WAITED_FOR) SignedPost waitedFor,
            PayerMaxAccounts payermax,
            SecureRandom random,
            InstantSource clock) {
        return switch (settings.upstream()) {
            case Upstream.Simulator(Duration delay) ->
                new FarEnd.Simulator(new SimulatorDesk(
                        orders,
                        transactions,
                        random,
                        clock,
                        delay,
                        worker.orElseThrow().results()::expect));
            case Upstream.PayerMax(var base) -> {
                FarAddress address = new FarAddress(base);
                yield new FarEnd.PayerMax(
                        address, call(address, post, payermax, clock), call(address, waitedFor, payermax, clock));
            }
        };
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    UpstreamCheck upstreamCheck(FarEnd farEnd, Accounts accounts, InstantSource clock) {
        return switch (farEnd) {
            case FarEnd.PayerMax(var _, var call, var _) -> new UpstreamCheck(new PayerMaxProbe(call, clock), accounts);
            case FarEnd.Simulator _ -> throw new IllegalStateException("the simulator is always where it is");
        };
    }
}
