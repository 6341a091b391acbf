package io.quittance.application.merchant;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What is needed to register a merchant.
 *
 * @param hosts where its requests may want to be told, beside its registered address
 * @param accounts what it has with acquirers from the start, if anything
 */
public record Registration(
        AppId app,
        MerchantNo no,
        URI notifyUrl,
        PayoutDialect payoutDialect,
        MerchantKey key,
        List<NewAccount> accounts,
        NotifyHosts hosts) {
    public Registration {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(key, "key");
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(hosts, "hosts");
    }

    /** Of one whose requests may want to be told on the host of its registered address only. */
    public Registration(
            AppId app,
            MerchantNo no,
            URI notifyUrl,
            PayoutDialect payoutDialect,
            MerchantKey key,
            List<NewAccount> accounts) {
        this(app, no, notifyUrl, payoutDialect, key, accounts, NotifyHosts.REGISTERED);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "Registration[" + app + ", " + no + "]";
    }
}
