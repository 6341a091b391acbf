package io.quittance.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts.Added;
import io.quittance.application.account.Accounts.Changed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Route.When;
import io.quittance.domain.account.Routes;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Accounts} promises. */
public interface AccountsContract {
    AcquirerName ACQUIRER = new AcquirerName("an-acquirer");
    Bytes SETTINGS = Bytes.utf8("{\"secret\":\"\u00E4\"}");

    FieldChange RENAMED = new FieldChange("app-id", "old", "new");

    Store store();

    private Accounts accounts() {
        return store().accounts();
    }

    /** A merchant without any account. */
    private MerchantId merchant() {
        return Given.registered(store().merchants(), Given.registration(List.of()))
                .id();
    }

    private static NewAccount asked(AcquirerName acquirer, Handle... handles) {
        return new NewAccount(acquirer, List.of(handles), SETTINGS);
    }

    private static Handle app(String value) {
        return new Handle("app-id", value);
    }

    private static Handle no(String value) {
        return new Handle("merchant-no", value);
    }

    private Account opened(MerchantId merchant, NewAccount asked) {
        return Given.opened(accounts(), merchant, asked);
    }

    private Account opened(MerchantId merchant) {
        return opened(merchant, asked(ACQUIRER, app(Given.unique("up-"))));
    }

    @Test
    default void opens_an_account_as_it_was_asked_to() {
        MerchantId merchant = merchant();
        String longest = "\uD83E\uDD8A".repeat(30);
        Handle app = app(Given.unique("") + longest);
        Handle no = no(longest);

        Account account = opened(merchant, asked(ACQUIRER, no, app));

        assertEquals(new Account(account.id(), merchant, ACQUIRER, List.of(app, no), 1), account);
        assertEquals(Optional.of(account), accounts().byId(account.id()));
        assertEquals(Optional.of(new Accounts.Settings(1, SETTINGS)), accounts().settings(account.id()));
    }

    @Test
    default void knows_no_account_that_was_never_opened() {
        AccountId stranger = new AccountId(Long.MAX_VALUE);

        assertEquals(Optional.empty(), accounts().byId(stranger));
        assertEquals(Optional.empty(), accounts().settings(stranger));
        assertEquals(List.of(), accounts().byMerchant(new MerchantId(Long.MAX_VALUE)));
        assertEquals(List.of(), accounts().byHandles(List.of(app(Given.unique("up-")))));
        assertEquals(List.of(), accounts().byHandles(List.of()));
        assertEquals(
                new Changed.Outdated(), accounts().change(stranger, 1, asked(ACQUIRER), List.of(RENAMED), Given.DEED));
    }

    @Test
    default void has_several_accounts_of_a_merchant_the_oldest_first() {
        MerchantId merchant = merchant();
        Account one = opened(merchant);
        Account two = opened(merchant, asked(new AcquirerName("another")));
        Account other = opened(merchant());

        assertEquals(List.of(one, two), accounts().byMerchant(merchant));
        assertTrue(accounts().all().containsAll(List.of(one, two, other)));
    }

    @Test
    default void opens_accounts_without_handles_as_often_as_is_asked() {
        MerchantId merchant = merchant();
        Account one = opened(merchant, asked(ACQUIRER));
        Account two = opened(merchant, asked(ACQUIRER));

        assertEquals(List.of(one, two), accounts().byMerchant(merchant));
    }

    @Test
    default void opens_an_acquirers_account_once() {
        Handle app = app(Given.unique("up-"));
        Handle no = no("N");
        Account account = opened(merchant(), asked(ACQUIRER, app, no));
        MerchantId other = merchant();

        assertEquals(new Added.Taken(), accounts().add(other, asked(ACQUIRER, no, app)));
        assertEquals(new Added.Taken(), accounts().add(account.merchant(), asked(ACQUIRER, app, no)));

        assertEquals(List.of(), accounts().byMerchant(other));
        Account elsewhere = opened(other, asked(new AcquirerName("another"), app, no));
        assertEquals(List.of(account, elsewhere), accounts().byHandles(List.of(app, no)));
    }

    @Test
    default void finds_what_is_meant_by_some_handles_of_an_account() {
        String app = Given.unique("up-");
        String no = Given.unique("no-");
        Account one = opened(merchant(), asked(ACQUIRER, app(app), no(no)));
        Account sameApp = opened(merchant(), asked(ACQUIRER, app(app), no(no.toUpperCase(Locale.ROOT) + "X")));
        Account sameNo = opened(merchant(), asked(ACQUIRER, app(app + "x"), no(no)));

        assertEquals(List.of(one), accounts().byHandles(List.of(app(app), no(no))));
        assertEquals(List.of(one, sameApp), accounts().byHandles(List.of(app(app))));
        assertEquals(List.of(one, sameNo), accounts().byHandles(List.of(no(no))));
        assertEquals(List.of(), accounts().byHandles(List.of(app(app), no(Given.unique("no-")))));
        assertEquals(List.of(), accounts().byHandles(List.of(app(app.toUpperCase(Locale.ROOT)))));
        assertEquals(List.of(), accounts().byHandles(List.of(no(app))), "another kind");
    }

    @Test
    default void changes_what_is_secret_and_counts_it() {
        Account account = opened(merchant());
        Bytes secret = Bytes.utf8("{\"secret\":2}");
        NewAccount next = new NewAccount(ACQUIRER, account.handles(), secret);
        Account second = new Account(account.id(), account.merchant(), ACQUIRER, account.handles(), 2);

        assertEquals(
                new Changed.Renewed(second), accounts().change(account.id(), 1, next, List.of(RENAMED), Given.DEED));

        assertEquals(Optional.of(second), accounts().byId(account.id()));
        assertEquals(Optional.of(new Accounts.Settings(2, secret)), accounts().settings(account.id()));
        assertEquals(
                List.of(new KeptChange(Given.DEED, RENAMED)),
                store().merchants().changes(account.merchant(), 10));
    }

    @Test
    default void changes_what_an_account_is_called_upstream() {
        Handle before = app(Given.unique("up-"));
        Handle after = app(Given.unique("up-"));
        Account account = opened(merchant(), asked(ACQUIRER, before, no("N")));

        accounts().change(account.id(), 1, asked(ACQUIRER, no("N2"), after), List.of(), Given.DEED);

        Account renamed = new Account(account.id(), account.merchant(), ACQUIRER, List.of(after, no("N2")), 2);
        assertEquals(List.of(renamed), accounts().byHandles(List.of(after, no("N2"))));
        assertEquals(List.of(), accounts().byHandles(List.of(before)));
        assertEquals(Optional.of(new Accounts.Settings(2, SETTINGS)), accounts().settings(account.id()));
        Account next = opened(merchant(), asked(ACQUIRER, before, no("N")));
        assertEquals(List.of(next), accounts().byHandles(List.of(before)), "its old names are free");
    }

    @Test
    default void lets_no_account_be_called_as_another() {
        Handle taken = app(Given.unique("up-"));
        opened(merchant(), asked(ACQUIRER, taken));
        Account account = opened(merchant());

        assertEquals(
                new Changed.Taken(),
                accounts().change(account.id(), 1, asked(ACQUIRER, taken), List.of(RENAMED), Given.DEED));

        assertEquals(Optional.of(account), accounts().byId(account.id()));
        assertEquals(List.of(), store().merchants().changes(account.merchant(), 10));
    }

    @Test
    default void changes_what_was_looked_at_and_nothing_newer() {
        Account account = opened(merchant());
        NewAccount next = asked(ACQUIRER, app(Given.unique("up-")));
        List<Integer> looks = List.of(1, 1, 1, 1);

        List<Changed> answers =
                AtOnce.all(looks, version -> accounts().change(account.id(), version, next, List.of(), Given.DEED));

        assertEquals(3, answers.stream().filter(new Changed.Outdated()::equals).count());
        assertEquals(2, accounts().byId(account.id()).orElseThrow().version());
    }

    @Test
    default void keeps_the_rules_of_a_merchant() {
        MerchantId merchant = merchant();
        Account one = opened(merchant);
        Account two = opened(merchant);
        Route whole =
                new Route(new When(Optional.of(Service.PAYMENT_LINK), Currency.of("EUR"), Country.of("DE")), two.id());
        Route otherwise = new Route(When.ANY, one.id());
        assertEquals(Routes.NONE, accounts().routes(merchant));

        accounts().route(merchant, otherwise);
        accounts().route(merchant, whole);

        assertEquals(new Routes(List.of(whole, otherwise)), accounts().routes(merchant));
        assertEquals(Routes.NONE, accounts().routes(merchant()));
    }

    @Test
    default void replaces_a_rule_with_the_same_conditions_and_takes_it_away() {
        MerchantId merchant = merchant();
        Account one = opened(merchant);
        Account two = opened(merchant);
        When euro = new When(Optional.empty(), Currency.of("EUR"), Optional.empty());
        accounts().route(merchant, new Route(euro, one.id()));

        accounts().route(merchant, new Route(euro, two.id()));
        accounts().route(merchant, new Route(euro, two.id()));

        assertEquals(new Routes(List.of(new Route(euro, two.id()))), accounts().routes(merchant));
        assertFalse(accounts().unroute(merchant, When.ANY));
        assertTrue(accounts().unroute(merchant, euro));
        assertFalse(accounts().unroute(merchant, euro));
        assertEquals(Routes.NONE, accounts().routes(merchant));
    }

    @Test
    default void opens_one_of_many_that_are_wanted_at_once() {
        NewAccount asked = asked(ACQUIRER, app(Given.unique("up-")));
        List<MerchantId> rivals = Stream.generate(this::merchant).limit(6).toList();

        List<Added> answers = AtOnce.all(rivals, merchant -> accounts().add(merchant, asked));

        assertEquals(1, answers.stream().filter(Added.Opened.class::isInstance).count());
        assertEquals(1, accounts().byHandles(asked.handles()).size());
    }
}
