package io.quittance.application.merchant;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.util.Objects;

/** Finds who an order belongs to. What an order names was registered and is never taken away. */
public final class Holders {
    private final Merchants merchants;
    private final Accounts accounts;

    public Holders(Merchants merchants, Accounts accounts) {
        this.merchants = Objects.requireNonNull(merchants, "merchants");
        this.accounts = Objects.requireNonNull(accounts, "accounts");
    }

    /** @throws IllegalStateException if there is no such merchant or account */
    public Holder of(MerchantId merchant, AccountId account) {
        return of(
                merchants
                        .byId(merchant)
                        .orElseThrow(() -> new IllegalStateException("merchant " + merchant + " is not registered")),
                account);
    }

    /** @throws IllegalStateException if there is no such account */
    public Holder of(Merchant merchant, AccountId account) {
        return new Holder(
                merchant,
                accounts.byId(account)
                        .orElseThrow(() -> new IllegalStateException("account " + account + " is not there")));
    }
}
