package io.quittance.http.payermax;

import io.quittance.domain.account.Account;
import io.quittance.http.south.UpstreamPublicKeys;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;

/** What PayerMax signs with for an account, as its settings have it. */
public final class PayerMaxPublicKeys implements UpstreamPublicKeys {
    private final PayerMaxAccounts accounts;
    private final InstantSource clock;

    public PayerMaxPublicKeys(PayerMaxAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<PublicKey> of(Account account) {
        return accounts.of(account).verifyingAt(clock.instant());
    }

    @Override
    public List<Resting> resting(Account account) {
        return accounts.of(account).restingAt(clock.instant()).reversed().stream()
                .map(one -> new Resting(one.key(), one.term()))
                .toList();
    }
}
