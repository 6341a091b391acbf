package io.quittance.application.account;

import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which of its accounts a merchant's new order takes: the one that its rules name; where none does, its oldest with the
 * usual acquirer, else its oldest with one that serves such an order.
 */
public final class Routing {
    private final Accounts accounts;
    private final Served served;
    private final AcquirerName usual;

    /** What the acquirers that are there in this process do. */
    @FunctionalInterface
    public interface Served {
        boolean serves(AcquirerName acquirer, Service service);
    }

    /** @param usual whose account counts where a merchant has several and no rule says which */
    public Routing(Accounts accounts, Served served, AcquirerName usual) {
        this.accounts = Objects.requireNonNull(accounts, "accounts");
        this.served = Objects.requireNonNull(served, "served");
        this.usual = Objects.requireNonNull(usual, "usual");
    }

    /**
     * Looked up outside any transaction.
     *
     * @return empty if nobody serves such an order for that merchant. A rule that names an account which does not is no
     *     reason to take another: nobody has chosen that.
     */
    public Optional<Account> pick(Merchant merchant, Route.Order order) {
        Optional<AccountId> ruled = accounts.routes(merchant.id()).pick(order);
        return ruled.isPresent()
                ? ruled.flatMap(accounts::byId).filter(one -> serves(one, order))
                : unruled(accounts.byMerchant(merchant.id()), order);
    }

    /**
     * The same of what may have been asked for before: that is answered also where nobody serves a new one.
     *
     * @param earlier through which account it goes that was asked for before
     */
    public Optional<AccountId> pick(Merchant merchant, Route.Order order, Supplier<Optional<AccountId>> earlier) {
        return pick(merchant, order).map(Account::id).or(earlier);
    }

    /**
     * Which of a merchant's accounts do not do that; for what follows on an order and so takes its account, whatever the rules
     * say today. Looked up outside any transaction.
     */
    public Set<AccountId> unable(Merchant merchant, Service service) {
        return accounts.byMerchant(merchant.id()).stream()
                .filter(one -> !served.serves(one.acquirer(), service))
                .map(Account::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Account> unruled(List<Account> oldestFirst, Route.Order order) {
        return oldestFirst.stream()
                .filter(one -> serves(one, order))
                .min(Comparator.comparing(one -> !one.acquirer().equals(usual)));
    }

    private boolean serves(Account account, Route.Order order) {
        return served.serves(account.acquirer(), order.service());
    }
}
