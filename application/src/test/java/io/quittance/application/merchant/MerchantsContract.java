package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.NewAccount;
import io.quittance.application.merchant.Merchants.Added;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merchants} promises. */
public interface MerchantsContract {
    Store store();

    private Merchants merchants() {
        return store().merchants();
    }

    private Merchant register(Registration registration) {
        return Given.registered(merchants(), registration);
    }

    private static Registration as(AppId app, List<NewAccount> accounts) {
        Registration some = Given.registration();
        return new Registration(
                app, some.no(), some.notifyUrl(), some.payoutDialect(), some.key(), accounts, NotifyHosts.ANY);
    }

    private static Registration as(AppId app) {
        return as(app, List.of(Given.newAccount()));
    }

    @Test
    default void registers_a_merchant_as_it_was_asked_to() {
        Registration asked = Given.registration();

        Merchant merchant = register(asked);

        assertEquals(
                new Merchant(
                        merchant.id(),
                        asked.app(),
                        asked.no(),
                        true,
                        asked.notifyUrl(),
                        asked.payoutDialect(),
                        List.of(asked.key()),
                        List.of(),
                        Optional.empty(),
                        NotifyHosts.REGISTERED),
                merchant);
    }

    @Test
    default void finds_a_merchant_by_its_app_and_by_its_id() {
        Merchant merchant = Given.merchant(store());

        assertEquals(Optional.of(merchant), merchants().byApp(merchant.app()));
        assertEquals(Optional.of(merchant), merchants().byId(merchant.id()));
    }

    @Test
    default void knows_nobody_who_was_never_registered() {
        assertEquals(Optional.empty(), merchants().byApp(new AppId(Given.unique("stranger-"))));
        assertEquals(Optional.empty(), merchants().byId(new MerchantId(Long.MAX_VALUE)));
    }

    @Test
    default void keeps_all_that_the_longest_registration_says() {
        String filler = "\uD83E\uDD8A";
        String app = Given.unique("");
        Registration asked = new Registration(
                new AppId(app + filler.repeat(64 - app.length())),
                new MerchantNo(filler.repeat(32)),
                URI.create("https://merchant.example:8443/" + "n".repeat(200) + "?a=b&c=%C3%A9"),
                PayoutDialect.LEGACY,
                new MerchantKey(
                        "f".repeat(64),
                        Given.key().key(),
                        new Term(Given.NOON, Optional.of(Given.NOON.plusMillis(1)), true)),
                List.of());

        Merchant merchant = register(asked);

        assertEquals(Optional.of(merchant), merchants().byApp(asked.app()));
        assertEquals(asked.no(), merchant.no());
        assertEquals(asked.notifyUrl(), merchant.notifyUrl());
        assertEquals(PayoutDialect.LEGACY, merchant.payoutDialect());
        assertEquals(List.of(asked.key()), merchant.keys());
    }

    @Test
    default void keeps_on_which_hosts_its_requests_may_want_to_be_told() {
        assertEquals(NotifyHosts.REGISTERED, Given.merchant(store()).hosts());
        assertEquals(
                NotifyHosts.ANY, register(as(new AppId(Given.unique("app-")))).hosts());
    }

    @Test
    default void opens_the_accounts_of_a_merchant_with_it() {
        NewAccount one = Given.newAccount();
        NewAccount two = new NewAccount(new AcquirerName("another"), List.of(), Bytes.utf8("{\"secret\":1}"));

        Merchant merchant = register(as(new AppId(Given.unique("app-")), List.of(one, two)));

        List<Account> accounts = store().accounts().byMerchant(merchant.id());
        assertEquals(
                List.of(one, two),
                accounts.stream()
                        .map(account -> new NewAccount(
                                account.acquirer(),
                                account.handles(),
                                store().accounts()
                                        .settings(account.id())
                                        .orElseThrow()
                                        .body()))
                        .toList());
    }

    @Test
    default void refuses_an_app_that_is_registered() {
        Merchant merchant = Given.merchant(store());

        Added again = merchants().add(as(merchant.app()));

        assertEquals(new Added.AppTaken(), again);
        assertEquals(Optional.of(merchant), merchants().byApp(merchant.app()));
    }

    @Test
    default void refuses_an_account_that_is_another_merchants_and_keeps_nothing() {
        NewAccount taken = Given.newAccount();
        register(as(new AppId(Given.unique("app-")), List.of(taken)));
        AppId app = new AppId(Given.unique("app-"));
        NewAccount own = Given.newAccount();

        assertEquals(new Added.AccountTaken(), merchants().add(as(app, List.of(own, taken))));

        assertEquals(Optional.empty(), merchants().byApp(app));
        assertEquals(List.of(), store().accounts().byHandles(own.handles()));
    }

    @Test
    default void keeps_apps_apart_that_differ_only_a_little() {
        String id = Given.unique("App-\u00E9-");
        List<String> alike = List.of(
                id, id.replace("A", "a"), id.replace("\u00E9", "e"), id.replace("\u00E9", "e\u0301"), id + "\u200B");

        List<Merchant> registered =
                alike.stream().map(app -> register(as(new AppId(app)))).toList();

        for (int i = 0; i < alike.size(); i++) {
            assertEquals(Optional.of(registered.get(i)), merchants().byApp(new AppId(alike.get(i))));
        }
        assertEquals(
                alike.size(), registered.stream().map(Merchant::id).distinct().count());
    }

    @Test
    default void lists_everybody_by_app() {
        String prefix = Given.unique("list-");
        List<AppId> unsorted = Stream.of("b", "a", "B", "c1", "c")
                .map(end -> new AppId(prefix + end))
                .toList();
        unsorted.forEach(app -> register(as(app)));

        List<String> listed = merchants().all().stream()
                .map(merchant -> merchant.app().value())
                .filter(app -> app.startsWith(prefix))
                .map(app -> app.substring(prefix.length()))
                .toList();

        assertEquals(List.of("B", "a", "b", "c", "c1"), listed);
    }

    @Test
    default void registers_one_of_many_who_want_the_same_app_at_once() {
        AppId app = new AppId(Given.unique("app-"));
        List<Registration> rivals = Stream.generate(() -> as(app)).limit(6).toList();

        List<Added> answers = AtOnce.all(rivals, merchants()::add);

        Merchant winner = merchants().byApp(app).orElseThrow();
        assertEquals(
                Set.of(new Added.Registered(winner), new Added.AppTaken()),
                answers.stream().collect(Collectors.toSet()));
        assertEquals(5, answers.stream().filter(new Added.AppTaken()::equals).count());
    }
}
