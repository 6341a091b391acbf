package io.quittance.http.live;

import io.quittance.application.lifecycle.Office;
import io.quittance.application.relay.FarGateway;
import io.quittance.application.relay.Relaying;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.relay.RelayId;
import io.quittance.http.guard.Guards;
import io.quittance.http.north.OtherApis;
import io.quittance.http.relay.RelayedApis;
import java.util.Optional;

/** The APIs that a {@link LiveGateway} passes on. */
final class RelayedFar {
    private RelayedFar() {}

    static OtherApis apis(InMemoryStore store, FarGateway far, Office office) {
        Relaying relaying = new Relaying(
                store.relays(),
                _ -> Optional.of(far),
                Given.routing(store),
                () -> new RelayId(Given.unique("L")),
                office);
        return new RelayedApis(relaying, Guards.publicOnly());
    }
}
