package io.quittance.application.account;

import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.Merchant;
import java.util.Objects;

/** A merchant at one of its accounts: for whom an acquirer is asked, and for whom what it tells may be. */
public record Holder(Merchant merchant, Account account) {
    public Holder {
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        if (!account.merchant().equals(merchant.id())) {
            throw new IllegalArgumentException(
                    "account " + account.id() + " (expected: one of merchant " + merchant.id() + ")");
        }
    }
}
