package io.quittance.application.relay;

import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import java.util.Optional;

/** Which requests were passed on. */
public interface Relays {
    /** Keeps a new one. @throws IllegalStateException if the number was given before */
    void add(Relay relay);

    Optional<Relay> find(RelayId id);
}
