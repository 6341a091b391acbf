package io.quittance.application.relay;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import java.net.URI;
import java.util.Optional;

/** Which requests were passed on. */
public interface Relays {
    /** Keeps a new one. @throws IllegalStateException if the number was given before */
    void add(Relay relay);

    Optional<Relay> find(RelayId id);

    /**
     * Where the results of a request are wanted.
     *
     * @param call the request; one that is not that merchant's wants nothing
     */
    default Optional<URI> place(MerchantId merchant, Optional<RelayId> call) {
        return call.flatMap(this::find)
                .filter(relay -> relay.merchant().equals(merchant))
                .flatMap(Relay::notifyUrl);
    }
}
