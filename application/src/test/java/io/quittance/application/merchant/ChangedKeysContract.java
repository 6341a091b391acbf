package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.merchant.Merchants.Added;
import io.quittance.application.merchant.Merchants.KeyChanged;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merchants} promises of their keys. */
public interface ChangedKeysContract {
    Instant LATER = Given.DEED.at().plus(Duration.ofDays(1));

    Store store();

    private Merchants merchants() {
        return store().merchants();
    }

    private KeyChanged add(Merchant merchant, MerchantKey key) {
        return merchants()
                .changeKey(
                        merchant.app(),
                        KeyChange.add(key.id(), key.key(), key.term().from()),
                        Given.DEED);
    }

    private static MerchantKey fresh() {
        MerchantKey some = Given.key();
        return new MerchantKey(some.id(), some.key(), Term.OPEN);
    }

    private static Registration with(MerchantKey key) {
        Registration some = Given.registration();
        return new Registration(
                some.app(), some.no(), some.notifyUrl(), some.payoutDialect(), key, List.of(Given.newAccount()));
    }

    @Test
    default void changes_a_key_with_an_overlap_and_keeps_who_did_it() {
        Merchant merchant = Given.merchant(store());
        MerchantKey old = merchant.keys().getFirst();
        MerchantKey young = fresh();

        KeyChanged added = add(merchant, young);
        KeyChanged retired = merchants().changeKey(merchant.app(), KeyChange.retire(old.id(), LATER), Given.DEED);

        Merchant then = merchants().byId(merchant.id()).orElseThrow();
        MerchantKey ending =
                new MerchantKey(old.id(), old.key(), new Term(old.term().from(), Optional.of(LATER)));
        assertEquals(new KeyChanged.Done(merchant.with(young), true), added);
        assertEquals(new KeyChanged.Done(then, true), retired);
        assertEquals(List.of(ending, young), then.keys());
        assertEquals(
                List.of(
                        new FieldChange(
                                "key " + KeyRing.shown(old.id()),
                                old.term().words(),
                                ending.term().words()),
                        new FieldChange("key " + KeyRing.shown(young.id()), "none", "counts")),
                merchants().changes(merchant.id(), 10).stream()
                        .map(KeptChange::change)
                        .toList());
    }

    @Test
    default void revokes_a_key_and_changes_nothing_a_second_time() {
        Merchant merchant = Given.merchant(store());
        MerchantKey old = merchant.keys().getFirst();
        MerchantKey young = fresh();
        add(merchant, young);
        KeyChange revoking = KeyChange.revoke(old.id());

        KeyChanged first = merchants().changeKey(merchant.app(), revoking, Given.DEED);
        KeyChanged second = merchants().changeKey(merchant.app(), revoking, Given.DEED);

        Merchant then = merchants().byId(merchant.id()).orElseThrow();
        assertEquals(new KeyChanged.Done(then, true), first);
        assertEquals(new KeyChanged.Done(then, false), second);
        assertEquals(
                new Term(old.term().from(), Optional.of(Given.DEED.at()), true),
                then.keys().getFirst().term());
        assertEquals(2, merchants().changes(merchant.id(), 10).size());
    }

    @Test
    default void leaves_one_that_counts_whoever_revokes_at_once() {
        Merchant merchant = Given.merchant(store());
        MerchantKey young = fresh();
        add(merchant, young);

        List<KeyChanged> answers = AtOnce.all(
                Stream.of(merchant.keys().getFirst().id(), young.id())
                        .map(KeyChange::revoke)
                        .toList(),
                change -> merchants().changeKey(merchant.app(), change, Given.DEED));

        assertEquals(
                1, answers.stream().filter(KeyChanged.Refused.class::isInstance).count());
        assertEquals(
                1, merchants().byId(merchant.id()).orElseThrow().keysAt(LATER).size());
    }

    @Test
    default void lets_one_that_is_disabled_be_without_a_key() {
        Merchant merchant = Given.merchant(store());
        Given.enable(store(), merchant.app(), false);

        assertInstanceOf(
                KeyChanged.Done.class,
                merchants()
                        .changeKey(
                                merchant.app(),
                                KeyChange.revoke(merchant.keys().getFirst().id()),
                                Given.DEED));

        assertEquals(List.of(), merchants().byId(merchant.id()).orElseThrow().keysAt(Given.NOON));
    }

    @Test
    default void says_when_there_is_nobody_whose_key_it_is() {
        AppId stranger = new AppId(Given.unique("stranger-"));

        assertEquals(
                new KeyChanged.Unknown(),
                merchants().changeKey(stranger, KeyChange.revoke("f".repeat(64)), Given.DEED));
    }

    @Test
    default void gives_a_key_to_one_of_many_who_register_it_at_once() {
        MerchantKey wanted = fresh();
        List<Registration> rivals = Stream.generate(() -> with(wanted)).limit(4).toList();

        List<Added> answers = AtOnce.all(rivals, merchants()::add);

        assertEquals(
                1, answers.stream().filter(Added.Registered.class::isInstance).count());
        assertEquals(
                3, answers.stream().filter(Added.KeyTaken.class::isInstance).count());
    }

    @Test
    default void gives_a_key_to_one_of_many_who_add_it_at_once() {
        MerchantKey wanted = fresh();
        List<Merchant> rivals =
                Stream.generate(() -> Given.merchant(store())).limit(4).toList();

        List<KeyChanged> answers = AtOnce.all(rivals, merchant -> add(merchant, wanted));

        assertEquals(
                1, answers.stream().filter(KeyChanged.Done.class::isInstance).count());
        assertEquals(
                3, answers.stream().filter(KeyChanged.Taken.class::isInstance).count());
    }

    @Test
    default void frees_the_keys_of_one_that_is_removed() {
        MerchantKey key = fresh();
        Merchant merchant = Given.registered(merchants(), with(key));
        assertEquals(new Added.KeyTaken(), merchants().add(with(key)));

        merchants().remove(merchant.app(), Given.DEED);

        assertInstanceOf(Added.Registered.class, merchants().add(with(key)));
    }
}
