package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.acquirer.AccountForm.Renewed;
import io.quittance.http.acquirer.AccountKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes settings of accounts, each as its acquirer reads them. */
public final class AccountChanges {
    private final Accounts accounts;
    private final List<AccountForm> forms;

    public AccountChanges(Accounts accounts, Collection<AccountForm> forms) {
        this.accounts = accounts;
        this.forms = List.copyOf(forms);
    }

    /** @throws Trouble naming what there is, if there is no form of that acquirer */
    AccountForm form(String acquirer) {
        return forms.stream()
                .filter(one -> one.acquirer().value().equals(acquirer))
                .findFirst()
                .orElseThrow(() ->
                        new Trouble("There is no acquirer " + ProtocolText.excerpt(acquirer) + " (expected: one of "
                                + forms.stream()
                                        .map(one -> one.acquirer().value())
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ")."));
    }

    /**
     * @param settings by their names, those that change
     * @return whether anything differs now
     * @throws Trouble if a setting is wrong, or the account is then another one of ours
     */
    boolean change(Account account, Map<String, String> settings, Deed deed) {
        AccountForm form = form(account.acquirer().value());
        boolean known = settings.keySet().stream()
                .allMatch(
                        name -> form.needed().contains(name) || form.optional().contains(name));
        if (settings.isEmpty() || !known) {
            throw RegisteredAccounts.unfitting(form, settings);
        }
        Renewed renewed = renewed(form, account, kept(account), settings, deed);
        return !renewed.fields().isEmpty() && keep(account, renewed, deed);
    }

    /** The keys among its settings; none where its acquirer has none, or is not there. */
    List<AccountKey> keys(Account account) {
        return forms.stream()
                .filter(one -> one.acquirer().equals(account.acquirer()))
                .findFirst()
                .flatMap(form -> accounts.settings(account.id()).map(kept -> form.keys(kept.body())))
                .orElse(List.of());
    }

    /**
     * @return whether anything differs now
     * @throws Trouble naming why the key cannot be so
     */
    boolean change(Account account, AccountKey.Change change, Deed deed) {
        AccountForm form = form(account.acquirer().value());
        return switch (outcome(form, account, change, deed)) {
            case AccountKey.Outcome.Unmoved _ -> false;
            case AccountKey.Outcome.Moved(var renewed) -> keep(account, renewed, deed);
            case AccountKey.Outcome.Refused(var why) ->
                throw new Trouble("Nothing changed at the keys of account " + account.id() + ", as " + why + ".");
        };
    }

    private AccountKey.Outcome outcome(AccountForm form, Account account, AccountKey.Change change, Deed deed) {
        try {
            return form.change(account, kept(account).body(), change, deed.at());
        } catch (IllegalArgumentException e) {
            throw new Trouble("The account's key cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private Accounts.Settings kept(Account account) {
        return accounts.settings(account.id())
                .filter(one -> one.version() == account.version())
                .orElseThrow(() -> outdated(account));
    }

    private boolean keep(Account account, Renewed renewed, Deed deed) {
        return switch (accounts.change(
                account.id(), account.version(), renewed.next(), named(account, renewed), deed)) {
            case Accounts.Changed.Renewed _ -> true;
            case Accounts.Changed.Taken _ ->
                throw new Trouble("That account with " + account.acquirer() + " belongs to a registered app already.");
            case Accounts.Changed.Outdated _ -> throw outdated(account);
        };
    }

    private static Renewed renewed(
            AccountForm form, Account account, Accounts.Settings kept, Map<String, String> settings, Deed deed) {
        try {
            return form.change(account, kept.body(), settings, deed.at());
        } catch (IllegalArgumentException e) {
            throw new Trouble("The account cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** A merchant may have several. */
    private static List<FieldChange> named(Account account, Renewed renewed) {
        return renewed.fields().stream()
                .map(field ->
                        new FieldChange("account " + account.id() + " " + field.field(), field.was(), field.became()))
                .toList();
    }

    private static Trouble outdated(Account account) {
        return new Trouble("Account " + account.id() + " was changed at the same moment; look at it and try again.");
    }
}
