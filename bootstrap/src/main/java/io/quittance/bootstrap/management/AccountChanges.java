package io.quittance.bootstrap.management;

import io.quittance.application.account.Accounts;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.acquirer.AccountForm;
import io.quittance.http.acquirer.AccountForm.Renewed;
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
        if (settings.isEmpty() || !form.needed().containsAll(settings.keySet())) {
            throw RegisteredAccounts.unfitting(form, settings);
        }
        Accounts.Settings kept = accounts.settings(account.id())
                .filter(one -> one.version() == account.version())
                .orElseThrow(() -> outdated(account));
        Renewed renewed = renewed(form, account, kept, settings, deed);
        if (renewed.fields().isEmpty()) {
            return false;
        }
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
