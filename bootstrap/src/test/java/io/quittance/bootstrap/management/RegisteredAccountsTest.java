package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import io.quittance.bootstrap.management.AppAccounts.Routing;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.acquirer.Reach;
import io.quittance.http.payermax.PayerMaxAccountForm;
import io.quittance.http.payermax.PayerMaxAccounts;
import io.quittance.http.payermax.PayerMaxSettings;
import io.quittance.http.signing.KeyOwners;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import io.quittance.http.simulator.SimulatorDesk;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The accounts of an app")
class RegisteredAccountsTest {
    private static final KeyPair OURS = Rsa.newPair();
    private static final KeyPair THEIRS = Rsa.newPair();
    private static final RouteForm ALL = new RouteForm(Optional.empty(), Optional.empty(), Optional.empty());

    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant merchant = Given.merchant(store);
    private final String app = merchant.app().value();
    private final Account first = Given.holder(store, merchant).account();
    private final Acquirers acquirers = new Acquirers(
            List.of(Acquirer.named(SimulatorDesk.SIMULATOR, Reach.CERTAIN).relaying((_, _, _) -> {
                throw new AssertionError("nobody asks");
            })));
    private final AppAccounts accounts = new RegisteredAccounts(
            store.merchants(),
            store.accounts(),
            new AccountChanges(
                    store.accounts(),
                    List.of(new PayerMaxAccountForm(new NewKeys(KeyOwners.NONE)), new SimulatorAccountForm())),
            acquirers,
            SimulatorDesk.SIMULATOR,
            () -> Given.NOON);

    private static Map<String, String> payermax(String ours) {
        return Map.of(
                "app-id",
                "up",
                "merchant-no",
                "UP1",
                "private-key",
                ours,
                "public-key",
                Pem.writePublic(THEIRS.getPublic()));
    }

    /** What is null or empty is no condition. */
    private static RouteForm form(String service, String currency, String country) {
        return new RouteForm(condition(service), condition(currency), condition(country));
    }

    private static Optional<String> condition(String text) {
        return Optional.ofNullable(text).filter(given -> !given.isEmpty());
    }

    private String refused(Runnable asked) {
        return assertThrows(Trouble.class, asked::run).getMessage();
    }

    @Nested
    class Opened {
        @Test
        void with_payermax_hold_the_keys_and_show_none() {
            AccountCard card = accounts.open(app, "payermax", payermax(Pem.writePrivate(OURS.getPrivate())));

            Account account = store.accounts().byMerchant(merchant.id()).getLast();
            PayerMaxSettings kept = new PayerMaxAccounts(store.accounts()).of(account);
            assertEquals(List.of(OURS.getPrivate()), kept.signingAt(Given.NOON));
            assertEquals(List.of(THEIRS.getPublic()), kept.verifyingAt(Given.NOON));
            assertEquals(
                    new AccountCard(
                            account.id().toString(),
                            app,
                            "payermax",
                            "app-id up, merchant-no UP1",
                            1,
                            List.of(),
                            List.of()),
                    card);
        }

        @Test
        void belong_to_nobody_else() {
            accounts.open(app, "simulator", Map.of("app-id", "up", "merchant-no", "UP1"));

            assertEquals(
                    "That account with simulator belongs to a registered app already.",
                    refused(() -> accounts.open(app, "simulator", Map.of("app-id", "up", "merchant-no", "UP1"))));
        }

        @Test
        void with_a_key_that_is_none_are_refused_without_a_word_of_it() {
            String message = refused(() -> accounts.open(app, "payermax", payermax("MIIBsecret")));

            assertFalse(message.contains("MIIBsecret"), message);
            assertTrue(
                    message.startsWith("The account cannot be used: private-key: no usable private key (expected: an"),
                    message);
            assertEquals(1, store.accounts().byMerchant(merchant.id()).size());
        }

        @Test
        void need_all_that_their_acquirer_wants_to_know_and_no_more() {
            assertEquals(
                    "An account with simulator has the settings app-id, merchant-no (given: none).",
                    refused(() -> accounts.open(app, "simulator", Map.of())));
            assertEquals(
                    "An account with simulator has the settings app-id, merchant-no (given: app-id, colour,"
                            + " merchant-no).",
                    refused(() -> accounts.open(
                            app, "simulator", Map.of("app-id", "a", "merchant-no", "b", "colour", "red"))));
            assertEquals(
                    "An account with simulator has the settings app-id, merchant-no (given: something without a name).",
                    refused(() -> accounts.open(app, "simulator", Map.of("MIIEvAIBADAN", ""))));
        }
    }

    @Nested
    class Routed {
        private final AccountCard second =
                accounts.open(app, "simulator", Map.of("app-id", "up", "merchant-no", "UP1"));

        @Test
        void are_shown_with_the_most_specific_rule_first() {
            accounts.route(app, first.id().toString(), ALL);
            accounts.route(app, second.id(), form("", "", "PH"));
            accounts.route(app, second.id(), form("", "PHP", ""));

            Routing routing =
                    accounts.route(app, second.id(), form("relay", "", "")).routing();

            assertEquals(
                    List.of(
                            new Routing.Rule("relay", "any", "any", second.id()),
                            new Routing.Rule("any", "PHP", "any", second.id()),
                            new Routing.Rule("any", "any", "PH", second.id()),
                            new Routing.Rule("any", "any", "any", first.id().toString())),
                    routing.rules());
            assertEquals(
                    List.of(List.of("everything"), List.of("relay", "PHP", "PH")),
                    accounts.list(Optional.of(app)).stream()
                            .map(AccountCard::routes)
                            .toList());
        }

        @Test
        void are_so_already_when_the_same_rule_comes_again() {
            assertTrue(accounts.route(app, second.id(), ALL).changed());

            assertFalse(accounts.route(app, second.id(), ALL).changed());

            assertTrue(accounts.route(app, first.id().toString(), ALL).changed());
        }

        @Test
        void are_so_no_longer_once_the_rule_is_taken_away() {
            accounts.route(app, second.id(), ALL);

            assertEquals(List.of(), accounts.unroute(app, ALL).rules());
            assertEquals(
                    "The app " + app + " has no route for everything; it has none at all.",
                    refused(() -> accounts.unroute(app, ALL)));
        }

        @Test
        void are_named_where_the_one_to_be_taken_away_is_not_there() {
            accounts.route(app, second.id(), form("", "PHP", ""));
            accounts.route(app, second.id(), form("relay", "", ""));

            assertEquals(
                    "The app " + app + " has no route for relay PHP (expected: one of relay, PHP).",
                    refused(() -> accounts.unroute(app, form("relay", "PHP", ""))));
            assertEquals(2, accounts.routes(app).rules().size());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            capture|   |US|country |currency, or nothing
            capture|USD|US|country |currency, or nothing
            cancel |USD|  |currency|nothing
            cancel |   |US|country |nothing
            relay  |USD|  |currency|nothing
            relay  |   |US|country |nothing
            """)
        void are_never_for_orders_that_cannot_be(
                String service, String currency, String country, String condition, String known) {
            String said = refused(() -> accounts.route(app, second.id(), form(service, currency, country)));

            assertEquals(
                    "No order of " + service + " names a " + condition
                            + ", so such a route would never count (expected beside " + service + ": " + known + ").",
                    said);
            assertEquals(List.of(), accounts.routes(app).rules());
        }

        @ParameterizedTest
        @CsvSource({"capture,USD,", "payout,USD,US", "payment-link,USD,US", ",USD,US"})
        void may_be_for_all_that_can_be(String service, String currency, String country) {
            AccountCard away = accounts.open(app, "payermax", payermax(Pem.writePrivate(OURS.getPrivate())));

            assertEquals(
                    1,
                    accounts.route(app, away.id(), form(service, currency, country))
                            .routing()
                            .rules()
                            .size());
        }

        @Test
        void are_never_anothers() {
            Merchant other = Given.merchant(store);
            String theirs = Given.holder(store, other).account().id().toString();

            assertEquals(
                    "The app " + app + " has no account " + theirs + " (expected: one of " + first.id() + ", "
                            + second.id() + ").",
                    refused(() -> accounts.route(app, theirs, ALL)));
        }

        @Test
        void are_refused_for_what_their_acquirer_does_not_do() {
            RouteForm payouts = new RouteForm(Optional.of("payout"), Optional.empty(), Optional.empty());

            assertEquals(
                    "simulator, where account " + second.id() + " is, does not serve payout (expected: one of relay).",
                    refused(() -> accounts.route(app, second.id(), payouts)));
            assertEquals(List.of(), accounts.routes(app).rules());
        }

        @Test
        void are_taken_where_their_acquirer_is_not_there_to_say() {
            AccountCard away = accounts.open(app, "payermax", payermax(Pem.writePrivate(OURS.getPrivate())));
            RouteForm payouts = new RouteForm(Optional.of("payout"), Optional.empty(), Optional.empty());

            assertEquals(
                    List.of(new Routing.Rule("payout", "any", "any", away.id())),
                    accounts.route(app, away.id(), payouts).routing().rules());
        }

        @Test
        void say_what_their_acquirer_does_where_it_is_there() {
            assertEquals(
                    List.of(List.of("relay"), List.of("relay")),
                    accounts.list(Optional.of(app)).stream()
                            .map(AccountCard::serves)
                            .toList());
        }
    }
}
