package io.quittance.domain.relay;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's request that is passed on to upstream as it came, because we do not understand its API.
 *
 * @param account the one under which it is passed on
 * @param notifyUrl where the request wants its results told; upstream is given an address of ours instead
 */
public record Relay(
        RelayId id, MerchantId merchant, AccountId account, ApiName api, Optional<URI> notifyUrl, Instant at) {
    public Relay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(at, "at");
    }
}
