package io.quittance.http.south;

import io.quittance.domain.merchant.Merchant;
import java.security.PublicKey;
import java.util.List;

/** The keys that upstream may sign a merchant's messages with: PayerMax's, or the simulator's where that settles. */
@FunctionalInterface
public interface UpstreamPublicKeys {
    List<PublicKey> of(Merchant merchant);
}
