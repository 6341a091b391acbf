package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.account.Routing;
import io.quittance.application.account.Serving;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.relay.FarGateway;
import io.quittance.application.relay.NewsIds;
import io.quittance.application.relay.NewsTold;
import io.quittance.application.relay.PassNewsOn;
import io.quittance.application.relay.PassingNewsOn;
import io.quittance.application.relay.RelayIds;
import io.quittance.application.relay.RelayRequest;
import io.quittance.application.relay.Relaying;
import io.quittance.application.relay.Relays;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.north.OtherApis;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.payermax.PayerMaxRelay;
import io.quittance.http.relay.RelayedApis;
import io.quittance.http.relay.WireNewsNotices;
import io.quittance.persistence.relay.JdbcNewsTold;
import io.quittance.persistence.relay.JdbcRelays;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** APIs that we do not know: passed on where PayerMax settles; with the simulator, which knows none, there are none. */
@Factory
final class RelayBeans {
    @Singleton
    Relays relays(Store store) {
        return new JdbcRelays(store.database().sql());
    }

    @Singleton
    RelayIds ids(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("RL", random, clock);
        return () -> new RelayId(numbers.next());
    }

    @Singleton
    NewsTold newsTold(Store store) {
        return new JdbcNewsTold(store.database().sql());
    }

    @Singleton
    NewsIds newsIds(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("NE", random, clock);
        return () -> new NewsId(numbers.next());
    }

    @Singleton
    PassNewsOn passNewsOn(NewsTold newsTold, Relays relays, NewsIds ids, Office office, Meters meters) {
        return meters.reports("news", new PassingNewsOn(newsTold, relays, new WireNewsNotices(), ids, office)::pass)
                ::apply;
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    Serving<FarGateway> farGateway(FarEnd farEnd, Settings settings) {
        return farEnd.serving(
                switch (farEnd) {
                    case FarEnd.PayerMax(var _, var _, var waitedFor) ->
                        new PayerMaxRelay(waitedFor, PostLimits.WAITED_FOR.exchange(), settings.publicUrl());
                    case FarEnd.Simulator _ -> throw new IllegalStateException("the simulator knows no other APIs");
                });
    }

    /** Counted by no name, as a merchant may make up many. */
    @Singleton
    @Requires(missingBeans = Demo.class)
    RelayRequest relayRequest(
            Relays relays, Serving<FarGateway> far, Routing routing, RelayIds ids, Office office, Meters meters) {
        return meters.requests(
                        "relay",
                        RelayRequest.Outcome.Answered.class,
                        new Relaying(relays, far, routing, ids, office)::relay)::apply;
    }

    @Singleton
    @Requires(missingBeans = Demo.class)
    OtherApis otherApis(RelayRequest relayRequest) {
        return new RelayedApis(relayRequest);
    }
}
