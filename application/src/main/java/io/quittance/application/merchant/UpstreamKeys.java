package io.quittance.application.merchant;

import io.quittance.domain.merchant.MerchantId;
import java.security.PrivateKey;
import java.util.Optional;

/** The private keys that requests upstream are signed with; kept apart so that a merchant can be passed anywhere. */
@FunctionalInterface
public interface UpstreamKeys {
    /** The key of that merchant's account upstream; empty if it was registered without one. */
    Optional<PrivateKey> privateKey(MerchantId merchant);
}
