package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Routes;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.acquirer.Acquirers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts straight from where they are kept. */
public final class RegisteredAccounts implements AppAccounts {
    private static final String ANY = "any";

    /** What a setting may be called. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Merchants merchants;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Acquirers acquirers;
    private final AcquirerName usual;
    private final InstantSource clock;

    /** @param usual whose account counts where no rule says which */
    public RegisteredAccounts(
            Merchants merchants,
            Accounts accounts,
            AccountChanges changes,
            Acquirers acquirers,
            AcquirerName usual,
            InstantSource clock) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.changes = changes;
        this.acquirers = acquirers;
        this.usual = usual;
        this.clock = clock;
    }

    @Override
    public AccountCard open(String appId, String acquirer, Map<String, String> settings) {
        Merchant merchant = merchant(appId);
        AccountForm form = changes.form(acquirer);
        return switch (accounts.add(merchant.id(), read(form, settings))) {
            case Accounts.Added.Opened(var account) -> card(account);
            case Accounts.Added.Taken _ ->
                throw new Trouble("That account with " + acquirer + " belongs to a registered app already.");
        };
    }

    @Override
    public Changed change(String account, Map<String, String> settings, ByWhom by) {
        Account before = named(accounts, account);
        boolean changed = changes.change(before, settings, by.deed(clock.instant()));
        return new Changed(changed, card(accounts.byId(before.id()).orElseThrow()));
    }

    /** @throws Trouble if there is no such account */
    static Account named(Accounts accounts, String number) {
        return accounts.all().stream()
                .filter(one -> one.id().toString().equals(number))
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no account " + ProtocolText.excerpt(number)
                        + " (expected: its number, as 'quittance account list' shows it)."));
    }

    private NewAccount read(AccountForm form, Map<String, String> settings) {
        Set<String> others = new TreeSet<>(settings.keySet());
        form.optional().forEach(others::remove);
        if (!others.equals(new TreeSet<>(form.needed()))) {
            throw unfitting(form, settings);
        }
        try {
            return form.read(settings, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new Trouble("The account cannot be used: " + e.getMessage() + ".", e);
        }
    }

    static Trouble unfitting(AccountForm form, Map<String, String> settings) {
        return new Trouble("An account with " + form.acquirer() + " has the settings "
                + String.join(", ", form.needed())
                + (form.optional().isEmpty() ? "" : ", and may have " + String.join(", ", form.optional()))
                + " (given: "
                + (settings.isEmpty() ? "none" : given(settings)) + ").");
    }

    /** A value without its name is no name: it may be a key. */
    private static String given(Map<String, String> settings) {
        return settings.keySet().stream()
                .map(name -> NAME.matcher(name).matches() ? name : "something without a name")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<AccountCard> list(Optional<String> appId) {
        List<Account> all =
                appId.map(app -> accounts.byMerchant(merchant(app).id())).orElseGet(accounts::all);
        return all.stream().map(this::card).toList();
    }

    private AccountCard card(Account account) {
        Routes routes = accounts.routes(account.merchant());
        return new AccountCard(
                account.id().toString(),
                merchants
                        .byId(account.merchant())
                        .map(merchant -> merchant.app().value())
                        .orElse("?"),
                account.acquirer().value(),
                account.handles().stream().map(Handle::toString).collect(Collectors.joining(", ")),
                account.version(),
                serves(account),
                routes.rules().stream()
                        .filter(rule -> rule.account().equals(account.id()))
                        .map(rule -> RouteConditions.said(rule.when()))
                        .toList());
    }

    /** In this process: nothing where its acquirer is not there. */
    private List<String> serves(Account account) {
        return Stream.of(Service.values())
                .filter(service -> acquirers.serves(account.acquirer(), service))
                .map(RouteConditions::name)
                .toList();
    }

    @Override
    public Routing routes(String appId) {
        Merchant merchant = merchant(appId);
        List<Routing.Rule> rules = accounts.routes(merchant.id()).rules().stream()
                .map(rule -> new Routing.Rule(
                        rule.when().service().map(RouteConditions::name).orElse(ANY),
                        rule.when().currency().map(Currency::code).orElse(ANY),
                        rule.when().country().map(Country::code).orElse(ANY),
                        rule.account().toString()))
                .toList();
        return new Routing(
                rules, "its oldest account with " + usual + ", else its oldest with an acquirer that serves the order");
    }

    @Override
    public Routed route(String appId, String account, RouteForm form) {
        Merchant merchant = merchant(appId);
        Route.When when = RouteConditions.read(form);
        RouteConditions.check(when);
        Account to = account(merchant, account);
        List<String> serves = serves(to);
        when.service()
                .map(RouteConditions::name)
                .filter(service -> !serves.isEmpty() && !serves.contains(service))
                .ifPresent(service -> {
                    throw new Trouble(to.acquirer() + ", where account " + to.id() + " is, does not serve " + service
                            + " (expected: one of " + String.join(", ", serves) + ").");
                });
        Route rule = new Route(when, to.id());
        boolean changed = !accounts.routes(merchant.id()).rules().contains(rule);
        if (changed) {
            accounts.route(merchant.id(), rule);
        }
        return new Routed(changed, routes(appId));
    }

    /** An account of another app is none. */
    private Account account(Merchant merchant, String text) {
        List<Account> its = accounts.byMerchant(merchant.id());
        return its.stream()
                .filter(one -> one.id().toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new Trouble("The app " + merchant.app() + " has no account "
                        + ProtocolText.excerpt(text) + " (expected: "
                        + (its.isEmpty()
                                ? "open one first"
                                : "one of "
                                        + its.stream()
                                                .map(one -> one.id().toString())
                                                .collect(Collectors.joining(", ")))
                        + ")."));
    }

    @Override
    public Routing unroute(String appId, RouteForm form) {
        Merchant merchant = merchant(appId);
        Route.When when = RouteConditions.read(form);
        if (!accounts.unroute(merchant.id(), when)) {
            String there = accounts.routes(merchant.id()).rules().stream()
                    .map(rule -> RouteConditions.said(rule.when()))
                    .collect(Collectors.joining(", "));
            throw new Trouble("The app " + merchant.app() + " has no route for " + RouteConditions.said(when)
                    + (there.isEmpty() ? "; it has none at all." : " (expected: one of " + there + ")."));
        }
        return routes(appId);
    }

    private Merchant merchant(String appId) {
        return new RegisteredMerchants(merchants).named(appId);
    }
}
