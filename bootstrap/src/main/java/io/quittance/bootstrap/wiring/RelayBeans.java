package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.journal.Journal;
import io.quittance.application.relay.RelayIds;
import io.quittance.application.relay.Relaying;
import io.quittance.application.relay.Relays;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.north.OtherApis;
import io.quittance.http.north.RelayedApis;
import io.quittance.http.outbound.PostLimits;
import io.quittance.http.payermax.PayerMaxRelay;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** APIs that we do not know: passed on where PayerMax settles; the simulator knows none. */
@Factory
final class RelayBeans {
    @Singleton
    RelayIds ids(SecureRandom random, InstantSource clock) {
        TimedNumbers numbers = new TimedNumbers("RL", random, clock);
        return () -> new RelayId(numbers.next());
    }

    @Singleton
    OtherApis otherApis(
            FarEnd farEnd,
            Relays relays,
            Journal journal,
            Transactions transactions,
            RelayIds ids,
            InstantSource clock,
            Meters meters) {
        return switch (farEnd) {
            case FarEnd.Simulator _ -> _ -> Optional.empty();
            case FarEnd.PayerMax(var call) ->
                new RelayedApis(meters.relays(new Relaying(
                        relays,
                        journal,
                        transactions,
                        new PayerMaxRelay(call, PostLimits.STANDARD.exchange()),
                        ids,
                        clock)));
        };
    }
}
