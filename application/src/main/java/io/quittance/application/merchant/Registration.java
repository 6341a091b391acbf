package io.quittance.application.merchant;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * What is needed to register a merchant.
 *
 * @param accounts what it has with acquirers from the start, if anything
 */
public record Registration(
        AppId app,
        MerchantNo no,
        URI notifyUrl,
        PayoutDialect payoutDialect,
        MerchantKey key,
        List<NewAccount> accounts) {
    public Registration {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        Objects.requireNonNull(key, "key");
        accounts = List.copyOf(accounts);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "Registration[" + app + ", " + no + "]";
    }
}
