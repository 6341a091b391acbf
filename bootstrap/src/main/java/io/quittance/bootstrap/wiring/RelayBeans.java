package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Routing;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.relay.NewsIds;
import io.quittance.application.relay.NewsTold;
import io.quittance.application.relay.PassNewsOn;
import io.quittance.application.relay.PassingNewsOn;
import io.quittance.application.relay.RelayIds;
import io.quittance.application.relay.RelayRequest;
import io.quittance.application.relay.Relaying;
import io.quittance.application.relay.Relays;
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.account.Service;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.north.OtherApis;
import io.quittance.http.relay.RelayedApis;
import io.quittance.http.relay.WireNewsNotices;
import io.quittance.persistence.relay.JdbcNewsTold;
import io.quittance.persistence.relay.JdbcRelays;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** APIs that we do not know: passed on where some acquirer has such; the simulator knows none. */
@Factory
final class RelayBeans {
    @Singleton
    Relays relays(Store store) {
        return new JdbcRelays(store.database().sql());
    }

    @Singleton
    RelayIds ids(SecureRandom random, InstantSource clock, OwnShards own) {
        TimedNumbers numbers = new TimedNumbers("RL", random, clock, own);
        return () -> new RelayId(numbers.next());
    }

    @Singleton
    NewsTold newsTold(Store store) {
        return new JdbcNewsTold(store.database().sql());
    }

    @Singleton
    NewsIds newsIds(SecureRandom random, InstantSource clock, OwnShards own) {
        TimedNumbers numbers = new TimedNumbers("NE", random, clock, own);
        return () -> new NewsId(numbers.next());
    }

    @Singleton
    PassNewsOn passNewsOn(NewsTold newsTold, Relays relays, NewsIds ids, Office office, Meters meters) {
        return meters.reports("news", new PassingNewsOn(newsTold, relays, new WireNewsNotices(), ids, office)::pass)
                ::apply;
    }

    /** Counted by no name, as a merchant may make up many. */
    @Singleton
    RelayRequest relayRequest(
            Relays relays, Acquirers acquirers, Routing routing, RelayIds ids, Office office, Meters meters) {
        return meters.requests(
                "relay",
                RelayRequest.Outcome.Answered.class,
                new Relaying(relays, acquirers.serving(Acquirer::relay), routing, ids, office)::relay)::apply;
    }

    @Singleton
    OtherApis otherApis(RelayRequest relayRequest, NotifyUrls places, Acquirers acquirers) {
        return acquirers.serves(Service.RELAY) ? new RelayedApis(relayRequest, places) : _ -> Optional.empty();
    }
}
