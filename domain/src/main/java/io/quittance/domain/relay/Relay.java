package io.quittance.domain.relay;

import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;

/** A merchant's request that is passed on to upstream as it came, because we do not understand its API. */
public record Relay(RelayId id, MerchantId merchant, ApiName api, Instant at) {
    public Relay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(at, "at");
    }
}
