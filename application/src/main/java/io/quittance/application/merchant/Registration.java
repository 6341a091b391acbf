package io.quittance.application.merchant;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.UpstreamAccount;
import java.net.URI;
import java.security.PrivateKey;
import java.util.Objects;
import java.util.Optional;

/**
 * What is needed to register a merchant.
 *
 * @param upstreamPrivateKey what its requests upstream are signed with; empty if the simulator settles
 */
public record Registration(
        AppId app,
        MerchantNo no,
        URI notifyUrl,
        PayoutDialect payoutDialect,
        MerchantKey key,
        UpstreamAccount upstream,
        Optional<PrivateKey> upstreamPrivateKey) {
    public Registration {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(upstream, "upstream");
        Objects.requireNonNull(upstreamPrivateKey, "upstreamPrivateKey");
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "Registration[" + app + ", " + no + "]";
    }
}
