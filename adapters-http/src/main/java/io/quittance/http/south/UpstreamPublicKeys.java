package io.quittance.http.south;

import io.quittance.domain.account.Account;
import io.quittance.domain.key.Term;
import java.security.PublicKey;
import java.util.List;

/** The keys that upstream may sign an account's messages with now; none if its acquirer is not there. */
@FunctionalInterface
public interface UpstreamPublicKeys {
    List<PublicKey> of(Account account);

    /** Keys of it that do not count now, those that came last first, so that their use is refused by name. */
    default List<Resting> resting(Account account) {
        return List.of();
    }

    /** One, and while it counts. */
    record Resting(PublicKey key, Term term) {}
}
