package io.quittance.domain.merchant;

import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;

/**
 * As whom a merchant is known upstream.
 *
 * @param upstreamKey the key that upstream signs with for this account; empty if the simulator settles
 */
public record UpstreamAccount(AppId app, MerchantNo no, Optional<PublicKey> upstreamKey) {
    public UpstreamAccount {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(upstreamKey, "upstreamKey");
    }
}
