package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.journal.Journal;
import io.quittance.application.merchant.UpstreamKeys;
import io.quittance.application.relay.FarGateway;
import io.quittance.application.relay.RelayIds;
import io.quittance.application.relay.RelayRequest;
import io.quittance.application.relay.Relaying;
import io.quittance.application.relay.Relays;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.north.OtherApis;
import io.quittance.http.north.RelayedApis;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.outbound.SignedPost;
import io.quittance.http.payermax.PayerMaxCall;
import io.quittance.http.payermax.PayerMaxRelay;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** APIs that we do not know: passed on where PayerMax settles; with the simulator, which knows none, there are none. */
@Factory
final class RelayBeans {
    private static final String RELAYED = "relayed";

    /** Connections of their own: what merchants ask while they wait must not take those of captures. */
    @Singleton
    @Named(RELAYED)
    @Bean(preDestroy = "close")
    SignedPost relayed() {
        return new SignedPost(PostLimits.STANDARD, Release.number());
    }

    @Singleton
    RelayIds ids(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("RL", random, clock);
        return () -> new RelayId(numbers.next());
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    FarGateway farGateway(Settings settings, @Named(RELAYED) SignedPost post, UpstreamKeys keys, InstantSource clock) {
        return switch (settings.upstream()) {
            case Upstream.PayerMax(var base) ->
                new PayerMaxRelay(new PayerMaxCall(base, post, keys, clock), PostLimits.STANDARD.exchange());
            case Upstream.Simulator _ -> throw new IllegalStateException("the simulator knows no other APIs");
        };
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    RelayRequest relayRequest(
            Relays relays,
            Journal journal,
            Transactions transactions,
            FarGateway far,
            RelayIds ids,
            InstantSource clock,
            Meters meters) {
        return meters.relays(new Relaying(relays, journal, transactions, far, ids, clock));
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    OtherApis otherApis(RelayRequest relayRequest) {
        return new RelayedApis(relayRequest);
    }
}
