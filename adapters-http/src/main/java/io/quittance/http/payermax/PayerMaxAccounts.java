package io.quittance.http.payermax;

import io.quittance.application.account.Accounts;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The settings of accounts with PayerMax, decrypted and parsed once for each version of them. */
public final class PayerMaxAccounts {
    /** What accounts with PayerMax are kept under. */
    public static final AcquirerName PAYERMAX = new AcquirerName("payermax");

    private final Accounts accounts;
    private final Map<AccountId, Parsed> parsed = new ConcurrentHashMap<>();

    private record Parsed(int version, PayerMaxSettings settings) {}

    public PayerMaxAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws IllegalStateException if it is no account with PayerMax, or its settings cannot be read */
    public PayerMaxSettings of(Account account) {
        if (!account.acquirer().equals(PAYERMAX)) {
            throw new IllegalStateException("account " + account.id() + " is with " + account.acquirer());
        }
        Parsed known = parsed.get(account.id());
        if (known == null || known.version() < account.version()) {
            known = accounts.settings(account.id())
                    .map(kept -> new Parsed(kept.version(), PayerMaxSettings.read(kept.body())))
                    .orElseThrow(() -> new IllegalStateException("account " + account.id() + " has no settings"));
            parsed.put(account.id(), known);
        }
        return known.settings();
    }

    /** What PayerMax signs with, or did, at any account. */
    public List<PublicKey> theirs() {
        return all().flatMap(account -> account.theirs().stream())
                .map(Timed::key)
                .toList();
    }

    /** What we sign with towards PayerMax, or did, at any account. */
    public List<PublicKey> ours() {
        return all().flatMap(account -> account.ours().stream())
                .map(one -> Rsa.publicOf(one.key()))
                .toList();
    }

    private Stream<PayerMaxSettings> all() {
        return accounts.all().stream()
                .filter(account -> account.acquirer().equals(PAYERMAX))
                .map(this::of);
    }
}
