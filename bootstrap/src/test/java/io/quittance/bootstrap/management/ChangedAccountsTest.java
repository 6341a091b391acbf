package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.Changed;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.simulator.SimulatorAccountForm;
import io.quittance.http.simulator.SimulatorDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("A registered account")
class ChangedAccountsTest {
    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant merchant = Given.merchant(store);
    private final String app = merchant.app().value();
    private final AppAccounts accounts = new RegisteredAccounts(
            store.merchants(),
            store.accounts(),
            new AccountChanges(store.accounts(), List.of(new SimulatorAccountForm())),
            new Acquirers(List.of()),
            SimulatorDesk.SIMULATOR,
            () -> Given.NOON);

    private String refused(Executable asked) {
        return assertThrows(Trouble.class, asked).getMessage();
    }

    private final Account opened =
            number(accounts.open(app, "simulator", Map.of("app-id", "up", "merchant-no", "UP1")));

    private Account number(AccountCard card) {
        return store.accounts().byMerchant(merchant.id()).stream()
                .filter(one -> one.id().toString().equals(card.id()))
                .findFirst()
                .orElseThrow();
    }

    private Changed change(Map<String, String> settings) {
        return accounts.change(opened.id().toString(), settings, new ByWhom("Ada", "for a test"));
    }

    @Test
    void is_called_otherwise_once() {
        Changed changed = change(Map.of("merchant-no", "UP2"));

        assertEquals("app-id up, merchant-no UP2", changed.account().handles());
        assertEquals(2, changed.account().version());
        assertTrue(changed.changed());
        assertEquals(new Changed(false, changed.account()), change(Map.of("merchant-no", "UP2")));
        assertEquals(
                List.of(new FieldChange("account " + opened.id() + " merchant-no", "UP1", "UP2")),
                store.merchants().changes(merchant.id(), 9).stream()
                        .map(KeptChange::change)
                        .toList());
        assertEquals(changed, AccountsWire.changed(AccountsWire.write(changed).toArray()));
    }

    @Test
    void is_never_called_as_another() {
        accounts.open(app, "simulator", Map.of("app-id", "up", "merchant-no", "UP2"));

        assertEquals(
                "That account with simulator belongs to a registered app already.",
                refused(() -> change(Map.of("merchant-no", "UP2"))));
    }

    @Test
    void says_what_it_has() {
        assertEquals(
                "An account with simulator has the settings app-id, merchant-no (given: colour).",
                refused(() -> change(Map.of("colour", "red"))));
        assertEquals(
                "There is no account 99 (expected: its number, as 'quittance account list' shows it).",
                refused(() -> accounts.change("99", Map.of("app-id", "a"), new ByWhom("Ada", "why"))));
    }
}
