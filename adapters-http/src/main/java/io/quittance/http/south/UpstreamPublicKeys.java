package io.quittance.http.south;

import io.quittance.domain.account.Account;
import java.security.PublicKey;
import java.util.List;

/** The keys that upstream may sign an account's messages with now; none if its acquirer is not there. */
@FunctionalInterface
public interface UpstreamPublicKeys {
    List<PublicKey> of(Account account);
}
