package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.merchant.Merchants.Added;
import io.quittance.application.merchant.Merchants.Changed;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.account.Account;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.NotifyHosts;
import io.quittance.domain.merchant.PayoutDialect;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merchants} promises of changes and removals. */
public interface ChangedMerchantsContract {
    Store store();

    private Merchants merchants() {
        return store().merchants();
    }

    @Test
    default void changes_all_that_is_to_be_another_way_and_keeps_who_did_it() {
        Merchant merchant = Given.merchant(store());
        Merchant other = Given.merchant(store());
        URI elsewhere = URI.create("http://[2001:db8::1]:8080/elsewhere");
        MerchantNo no = new MerchantNo("\uD83E\uDD8A".repeat(32));
        MerchantChange change = new MerchantChange(
                Optional.of(no),
                Optional.of(elsewhere),
                Optional.of(PayoutDialect.LEGACY),
                Optional.of(false),
                Optional.empty(),
                Optional.of(NotifyHosts.of("b.example,2001:db8::1,a.example")));
        Merchant expected = new Merchant(
                merchant.id(),
                merchant.app(),
                no,
                false,
                elsewhere,
                PayoutDialect.LEGACY,
                merchant.keys(),
                List.of(),
                Optional.empty(),
                NotifyHosts.of("2001:db8::1,a.example,b.example"));
        Deed deed = new Deed(new Hand("\uD83E\uDD8A".repeat(64), "\uD83E\uDD8A".repeat(300)), Given.NOON);
        List<FieldChange> fields = List.of(
                new FieldChange("merchant-no", merchant.no().value(), no.value()),
                new FieldChange("notify-url", merchant.notifyUrl().toString(), elsewhere.toString()),
                new FieldChange("payout-dialect", "v2", "legacy"),
                new FieldChange("enabled", "true", "false"),
                new FieldChange("hosts", "none", "2001:db8::1,a.example,b.example"));

        Optional<Changed> changed = merchants().change(merchant.app(), change, deed);

        assertEquals(Optional.of(new Changed(expected, fields)), changed);
        assertEquals(Optional.of(expected), merchants().byApp(merchant.app()));
        assertEquals(Optional.of(expected), merchants().byId(merchant.id()));
        assertEquals(
                fields.reversed().stream()
                        .map(field -> new KeptChange(deed, field))
                        .toList(),
                merchants().changes(merchant.id(), 10));
        assertEquals(Optional.of(other), merchants().byApp(other.app()));
        assertEquals(List.of(), merchants().changes(other.id(), 10));
    }

    @Test
    default void changes_nothing_a_second_time() {
        Merchant merchant = Given.merchant(store());
        merchants().change(merchant.app(), MerchantChange.enabled(false), Given.DEED);
        Merchant disabled = merchants().byId(merchant.id()).orElseThrow();

        assertEquals(
                Optional.of(new Changed(disabled, List.of())),
                merchants().change(merchant.app(), MerchantChange.enabled(false), Given.DEED));
        assertEquals(
                Optional.of(new Changed(disabled, List.of())),
                merchants().change(merchant.app(), MerchantChange.NONE, Given.DEED));

        assertEquals(1, merchants().changes(merchant.id(), 10).size());
    }

    @Test
    default void tells_as_many_of_the_latest_changes_as_are_asked_for() {
        Merchant merchant = Given.merchant(store());
        for (boolean enabled : List.of(false, true, false)) {
            merchants().change(merchant.app(), MerchantChange.enabled(enabled), Given.DEED);
        }

        assertEquals(
                List.of("false", "true"),
                merchants().changes(merchant.id(), 2).stream()
                        .map(kept -> kept.change().became())
                        .toList());
    }

    @Test
    default void says_when_there_is_nobody_to_change() {
        AppId stranger = new AppId(Given.unique("stranger-"));

        assertEquals(Optional.empty(), merchants().change(stranger, MerchantChange.enabled(true), Given.DEED));
        assertFalse(merchants().remove(stranger, Given.DEED));
    }

    @Test
    default void changes_once_what_many_change_at_once() {
        Merchant merchant = Given.merchant(store());
        URI elsewhere = URI.create("https://elsewhere.example/");

        List<Optional<Changed>> answers = AtOnce.all(
                List.of(1, 2, 3, 4, 5, 6),
                _ -> merchants().change(merchant.app(), MerchantChange.to(elsewhere), Given.DEED));

        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> !answer.orElseThrow().fields().isEmpty())
                        .count());
        assertEquals(1, merchants().changes(merchant.id(), 10).size());
    }

    @Test
    default void removes_a_merchant_and_keeps_what_hangs_on_it() {
        Registration asked = Given.registration();
        Merchant merchant = Given.registered(merchants(), asked);
        List<Account> accounts = store().accounts().byMerchant(merchant.id());

        assertTrue(merchants().remove(merchant.app(), Given.DEED));
        assertFalse(merchants().remove(merchant.app(), Given.DEED), "it is removed already");

        Merchant removed = new Merchant(
                merchant.id(),
                merchant.app(),
                merchant.no(),
                false,
                merchant.notifyUrl(),
                merchant.payoutDialect(),
                merchant.keys(),
                List.of(),
                Optional.of(Given.DEED.at()),
                merchant.hosts());
        assertEquals(Optional.empty(), merchants().byApp(merchant.app()));
        assertEquals(List.of(removed), merchants().ever(merchant.app()));
        assertEquals(Optional.of(removed), merchants().byId(merchant.id()));
        assertFalse(merchants().all().contains(removed));
        assertEquals(accounts, store().accounts().byMerchant(merchant.id()));
        assertEquals(accounts, store().accounts().byHandles(accounts.getFirst().handles()));
        assertEquals(
                Optional.of(asked.accounts().getFirst().settings()),
                store().accounts().settings(accounts.getFirst().id()).map(Accounts.Settings::body));
        assertFalse(store().accounts().all().containsAll(accounts));
        assertEquals(
                List.of(new KeptChange(Given.DEED, Merchants.REMOVAL)),
                merchants().changes(merchant.id(), 10));
        assertEquals(Optional.empty(), merchants().change(merchant.app(), MerchantChange.enabled(true), Given.DEED));
    }

    @Test
    default void registers_one_that_was_removed_anew_as_somebody_else() {
        Registration asked = Given.registration();
        Merchant first = Given.registered(merchants(), asked);
        merchants().remove(first.app(), Given.DEED);

        Merchant second = Given.registered(merchants(), asked);
        merchants().remove(second.app(), Given.DEED);
        Merchant third = Given.registered(merchants(), asked);

        assertEquals(Optional.of(third), merchants().byApp(asked.app()));
        assertEquals(new Added.AppTaken(), merchants().add(asked));
        assertEquals(
                List.of(third.id(), second.id(), first.id()),
                merchants().ever(asked.app()).stream().map(Merchant::id).toList());
        assertEquals(
                List.of(first.id(), second.id(), third.id()),
                store().accounts().byHandles(asked.accounts().getFirst().handles()).stream()
                        .map(Account::merchant)
                        .toList());
        assertEquals(
                1,
                merchants().all().stream()
                        .filter(one -> one.app().equals(asked.app()))
                        .count());
    }
}
